import { beforeAll, describe, expect, test } from 'vitest';
import { loadRoutes } from '../../infra/functions.ts';
import { openApi } from '../../infra/openapi.ts';

/** The description of the API against the route tables it is made from, and against what OpenAPI 3.1 asks of a document. */

const routes = [...(await loadRoutes())].flatMap(([fn, all]) => all.map((r) => ({ fn, ...r })));
const named = routes.map((r) => [`${r.method} ${r.path}`, r] as const);

interface Media {
  content?: Record<string, { schema?: object }>;
}
interface Operation {
  summary: string;
  tags: string[];
  security: object[];
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[];
  requestBody?: Media;
  responses: Record<string, Media & { description: string }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

let document: Document;
beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await openApi()));
});

const operationOf = (method: string, path: string): Operation => {
  const found = document.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`${method} ${path} is not described`);
  return found;
};

describe('the document', () => {
  test('is OpenAPI 3.1 and describes the routes, no more and no fewer', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: 'Kora', version: expect.any(String) });
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(named.map(([key]) => key).sort());
  });

  test('refers only to what it holds', () => {
    for (const [, ref = ''] of JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)) {
      const target = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document);
      expect(target, ref).toBeTypeOf('object');
    }
  });

  test('has a tag for each function that has routes', () => {
    expect(document.tags.map((t) => t.name).sort()).toEqual([...new Set(routes.map((r) => r.fn))].sort());
  });

  test('gives no two operations that are one to a caller', () => {
    const shapes = named.map(([key]) => key.replace(/\{\w+\}/g, '{}'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

describe('a route', () => {
  test.each(named)('%s', (_, r) => {
    const operation = operationOf(r.method, r.path);
    expect(operation.summary).toBe(r.summary);
    expect(operation.tags).toEqual([r.fn]);
    expect(operation.security).toEqual(r.access === 'staff' ? [{ staff: [] }] : []);

    const inPath = (operation.parameters ?? []).filter((p) => p.in === 'path');
    const variables = [...r.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(inPath.map((p) => p.name).sort()).toEqual(variables.sort());
    for (const p of inPath) expect(p).toMatchObject({ required: true, schema: expect.any(Object) });

    const bodies = Object.entries(operation.requestBody?.content ?? {});
    expect(bodies.map(([type]) => type)).toEqual(
      r.body ? ['application/json', 'application/x-www-form-urlencoded'] : [],
    );
    for (const [, { schema }] of bodies) expect(Object.keys(schema ?? {}).length).toBeGreaterThan(0);

    const { [String(r.status ?? 200)]: done, ...others } = operation.responses;
    expect(done?.description).toBeTruthy();
    if (r.reply) expect(Object.keys(done?.content?.['application/json']?.schema ?? {}).length).toBeGreaterThan(0);
    const refusals = r.access === 'staff' ? ['400', '401', '403', '404', '409'] : ['400', '404', '409'];
    for (const status of refusals)
      if (r.refused) expect(others[status]?.description).toBeTruthy();
      else expect(others[status]?.content).toHaveProperty(['application/problem+json', 'schema', '$ref'], PROBLEM);
  });
});

const PROBLEM = '#/components/schemas/Problem';

test('a refusal is described as it looks', () => {
  expect(document.components.schemas.Problem).toMatchObject({
    required: expect.arrayContaining(['type', 'title', 'status', 'detail', 'code']),
    properties: { fields: { items: { required: ['path', 'code', 'message'] } } },
  });
});

test('the settings of a unit are described by section and field, with their bounds', () => {
  const body = operationOf('PUT', '/directory/units/{id}').requestBody?.content?.['application/json']?.schema;
  expect(body).toMatchObject({
    properties: {
      settings: {
        additionalProperties: false,
        properties: {
          wildlife: {
            properties: {
              acceptance: {
                additionalProperties: false,
                properties: {
                  urgent: {
                    ...{ type: 'string', format: 'duration', formatMinimum: 'PT1M', formatMaximum: 'P2D' },
                    default: 'PT30M',
                  },
                },
              },
              approval: { patternProperties: { [CLASSES]: { enum: expect.arrayContaining(['county']) } } },
            },
          },
          journal: { properties: { enabled: { type: ['boolean', 'null'], default: null } } },
        },
      },
    },
  });
});

const CLASSES = '^[a-z0-9][a-z0-9-]{0,39}$';
