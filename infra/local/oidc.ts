import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from '../../shared/html.ts';
import { translator } from '../../shared/i18n.ts';
import { page } from '../../shared/page.ts';
import { type Asked, type Issuer, OAuthError } from './issuer.ts';
import type { Listed } from './people.ts';
import { answerJson, answerPage, languageOf, redirect } from './reply.ts';
import { bodyOf } from './wire.ts';
import { words } from './words.ts';

/** The issuer's endpoints (OpenID Connect Core 1.0, RFC 7636, RP-Initiated Logout 1.0) under `/oidc`. */
export class Oidc {
  private readonly issuer: Issuer;
  private readonly origin: string;
  private readonly people: () => Promise<Listed[]>;

  constructor(issuer: Issuer, origin: string, people: () => Promise<Listed[]>) {
    this.issuer = issuer;
    this.origin = origin;
    this.people = people;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    switch (`${request.method} ${url.pathname.slice('/oidc'.length)}`) {
      case 'GET /.well-known/openid-configuration':
        return answerJson(response, 200, this.issuer.discovery, OPEN);
      case 'GET /jwks.json':
        return answerJson(response, 200, this.issuer.keys, OPEN);
      case 'GET /authorize':
        return this.pick(request, response, url.searchParams);
      case 'POST /authorize':
        return this.picked(request, response);
      case 'POST /token':
        return this.token(request, response);
      case 'GET /end-session':
        return this.endSession(response, url.searchParams);
      default:
        return answerJson(response, 404, { error: 'not_found' });
    }
  }

  /** What was asked for; undefined where it cannot even be sent back as an error. */
  private askedIn(given: URLSearchParams): Asked | undefined {
    const redirectUri = given.get('redirect_uri') ?? '';
    // only the site itself: an open redirect would hand codes to anybody
    if (URL.parse(redirectUri)?.origin !== this.origin || given.get('client_id') !== this.issuer.clientId)
      return undefined;
    const nonce = given.get('nonce') ?? undefined;
    return { clientId: this.issuer.clientId, redirectUri, challenge: given.get('code_challenge') ?? '', nonce };
  }

  private async pick(request: IncomingMessage, response: ServerResponse, given: URLSearchParams): Promise<void> {
    const language = languageOf(request);
    const asked = this.askedIn(given);
    if (!asked) return answerPage(response, 400, wrongPage(language));
    if (given.get('response_type') !== 'code' || given.get('code_challenge_method') !== 'S256' || !asked.challenge)
      return redirect(response, back(asked, given, { error: 'invalid_request' }));
    return answerPage(response, 200, pickPage(language, await this.people(), given));
  }

  private async picked(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = new URLSearchParams((await bodyOf(request)).toString());
    const asked = this.askedIn(given);
    const person = (await this.people()).find((p) => p.email === given.get('email'));
    if (!asked || !person) return answerPage(response, 400, wrongPage(languageOf(request)));
    redirect(response, back(asked, given, { code: this.issuer.grant(asked, person.email) }));
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = new URLSearchParams((await bodyOf(request)).toString());
    const headers = { ...OPEN, 'cache-control': 'no-store' };
    try {
      answerJson(response, 200, await this.issuer.exchange(given), headers);
    } catch (e) {
      if (!(e instanceof OAuthError)) throw e;
      answerJson(response, 400, { error: e.code, error_description: e.message }, headers);
    }
  }

  private endSession(response: ServerResponse, given: URLSearchParams): void {
    const to = given.get('post_logout_redirect_uri') ?? '/';
    const target = URL.parse(to, this.origin);
    redirect(response, target?.origin === this.origin ? target.href : '/');
  }
}

const OPEN = { 'access-control-allow-origin': '*' };

const back = ({ redirectUri }: Asked, given: URLSearchParams, more: Record<string, string>): string => {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  const state = given.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
};

type Language = ReturnType<typeof languageOf>;

const CARRIED = ['client_id', 'redirect_uri', 'state', 'nonce', 'code_challenge'];

const pickPage = (language: Language, people: Listed[], given: URLSearchParams): string => {
  const t = translator(language, words);
  const carried = CARRIED.map((name) => html`<input type="hidden" name="${name}" value="${given.get(name) ?? ''}">`);
  const roles = (p: Listed) => p.units.map((u) => `${u.name} ${t(`role.${u.role}`)}`).join(' · ');
  const card = (p: Listed) =>
    html`<li class="card"><button class="button" name="email" value="${p.email}">${p.name}</button>
<p>${roles(p)}</p><p class="quiet">${p.email}</p></li>`;
  const body = html`<h1>${t('pick.title')}</h1><p>${t(people.length > 0 ? 'pick.text' : 'pick.none')}</p>
<form method="post" action="/oidc/authorize">${carried}<ul class="queue">${people.map(card)}</ul></form>`;
  const inLanguage = (l: Language) => `?${new URLSearchParams([...without(given, 'lang'), ['lang', l]])}`;
  return page({ language, title: t('pick.title'), body, kind: 'desk', inLanguage });
};

const without = (given: URLSearchParams, name: string): [string, string][] => [...given].filter(([n]) => n !== name);

const wrongPage = (language: Language): string => {
  const t = translator(language, words);
  const title = t('pick.wrong');
  return page({ language, title, body: html`<section class="card alarm"><h1>${title}</h1></section>`, kind: 'desk' });
};
