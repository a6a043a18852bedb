import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Route } from '../shared/route.ts';
import { functionNames, functions, loadRoutes } from './functions.ts';

/** RFC 9457, as every refusal looks. */
const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable; what programs go by' }),
    requestId: z.string().optional(),
    fields: z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string(), most: z.number().optional() }))
      .optional(),
  })
  .meta({ id: 'Problem' });

const REFUSALS = { 400: 'The input is not right', 404: 'Not found', 409: 'Not possible now, or somebody was faster' };
const STAFF_REFUSALS = { 401: 'Sign in first', 403: 'Not allowed' };

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

const responsesOf = (r: Route): ZodOpenApiOperationObject['responses'] => {
  const refusals = { ...REFUSALS, ...(r.access === 'staff' ? STAFF_REFUSALS : {}) };
  const content = r.refused ? {} : { content: { 'application/problem+json': { schema: problem } } };
  const refused = Object.entries(refusals).map(([status, description]) => [status, { description, ...content }]);
  const done = { description: 'Done', ...(r.reply ? { content: json(r.reply) } : {}) };
  return { [String(r.status ?? 200)]: done, ...Object.fromEntries(refused) };
};

/** JSON or a form, alike; where the body depends on what stands in the path, an object. */
const bodyOf = async ({ body, params }: Route) => {
  if (!body) return undefined;
  const anything = z.record(z.string(), z.unknown());
  const schema = typeof body === 'function' ? (params ? anything : await body({})) : body;
  return { content: { ...json(schema), 'application/x-www-form-urlencoded': { schema } } };
};

const parameters = (where: 'path' | 'query', schema: z.ZodType | undefined) =>
  schema instanceof z.ZodObject ? { [where]: schema } : {};

const operation = async (name: string, r: Route): Promise<ZodOpenApiOperationObject> => ({
  tags: [name],
  summary: r.summary,
  security: r.access === 'staff' ? [{ staff: [] }] : [],
  requestParams: { ...parameters('path', r.params), ...parameters('query', r.query) },
  requestBody: await bodyOf(r),
  responses: responsesOf(r),
});

/** The description of every route, made from the route tables themselves. */
export const openApi = async (): Promise<object> => {
  const paths: ZodOpenApiPathsObject = {};
  const tables = await loadRoutes();
  for (const [name, routes] of tables)
    for (const r of routes) paths[r.path] = { ...paths[r.path], [r.method.toLowerCase()]: await operation(name, r) };
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Kora', version: '1', description: 'Times are ISO 8601 in UTC; money is integer fen.' },
    tags: functionNames.filter((n) => tables.has(n)).map((n) => ({ name: n, description: functions[n].impact })),
    paths,
    components: { securitySchemes: { staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
};

/** Writes `openapi.json` into a folder of the built site. */
export const writeOpenApi = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(await openApi()));
};
