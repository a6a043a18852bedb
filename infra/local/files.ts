import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import type { SiteSpec } from './stack.ts';

/** The site's distribution: which requests go on to the API, and files for all others. */

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

interface ViewerRequest {
  uri: string;
}

export class Files {
  private readonly site: SiteSpec;
  private readonly folder: string;
  private readonly rewrite: (uri: string) => string;

  constructor(site: SiteSpec, folder: string) {
    this.site = site;
    this.folder = folder;
    this.rewrite = site.rewrite ? rewriteBy(site.rewrite) : (uri) => uri;
  }

  /** Whether the distribution hands this path on to the API. */
  isForApi(path: string): boolean {
    return this.site.toApi.some((pattern) => matchesPattern(pattern, path));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(response, 403, 'Forbidden', this.site.headers);
    const headers = this.headersOf(pathname);
    const uri = this.rewrite(pathname === '/' ? `/${this.site.root}` : pathname);
    const content = await this.read(uri);
    if (content) return send(response, 200, content, { ...headers, 'content-type': typeOf(uri) });
    const missing = (await this.read('/404.html')) ?? 'Not Found';
    send(response, 404, missing, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  }

  private headersOf(path: string): Record<string, string> {
    return this.site.others.find((o) => matchesPattern(o.pattern, path))?.headers ?? this.site.headers;
  }

  private async read(uri: string): Promise<Buffer | undefined> {
    const file = normalize(join(this.folder, decoded(uri)));
    if (!file.startsWith(this.folder + sep)) return undefined;
    return readFile(file).catch(() => undefined);
  }
}

/** The template's own function, run as the distribution runs it. */
const rewriteBy = (source: string): ((uri: string) => string) => {
  const handler = vm.runInNewContext(`${source};handler`) as (event: { request: ViewerRequest }) => ViewerRequest;
  return (uri) => handler({ request: { uri } }).uri;
};

/** A path pattern of CloudFront: `*` is any text, `?` any character. */
export const matchesPattern = (pattern: string, path: string): boolean => {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`).test(path);
};

const typeOf = (uri: string): string => TYPES[extname(uri)] ?? 'application/octet-stream';

const decoded = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return '\0';
  }
};

/** What the distribution compresses: text, from 1,000 bytes on. */
const COMPRESSED = /^(text\/|application\/(json|xml|manifest\+json)|image\/svg)/;
const LEAST = 1000;

/** As the distribution does: compressed for whoever takes it, and nothing but a header for whoever has it already. */
const send = (
  response: ServerResponse,
  status: number,
  content: string | Buffer,
  headers: Record<string, string>,
): void => {
  const { method, headers: asked } = response.req;
  const etag = `"${hash('sha256', content).slice(0, 32)}"`;
  if (status === 200 && asked['if-none-match']?.replace(/^W\//, '') === etag)
    return void response.writeHead(304, { etag, ...headers }).end();
  const compress = takesGzip(asked) && COMPRESSED.test(headers['content-type'] ?? '') && content.length >= LEAST;
  const sent = compress ? gzipSync(content) : content;
  response.writeHead(status, {
    ...{ 'content-length': Buffer.byteLength(sent), etag: compress ? `W/${etag}` : etag, vary: 'accept-encoding' },
    ...(compress ? { 'content-encoding': 'gzip' } : {}),
    ...headers,
  });
  response.end(method === 'HEAD' ? undefined : sent);
};

const takesGzip = ({ 'accept-encoding': takes = '' }: IncomingMessage['headers']): boolean =>
  /\bgzip\b/.test(String(takes));
