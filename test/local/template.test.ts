// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes its placeholders like that
import { describe, expect, test } from 'vitest';
import { nextAfter, read } from '../../infra/local/expressions.ts';
import { matchesPattern } from '../../infra/local/files.ts';
import { resolverOf, type Template } from '../../infra/local/template.ts';

const template: Template = {
  Parameters: { Site: { Type: 'String', Default: 'http://default' }, Other: { Type: 'String', Default: 'other' } },
  Resources: { Queue: { Type: 'AWS::SQS::Queue' }, Secret: { Type: 'AWS::SecretsManager::Secret' } },
};

const resolve = resolverOf(template, {
  pseudo: { 'AWS::Region': 'here' },
  parameters: { Site: 'http://given' },
  ref: (id) => `ref-of-${id}`,
  attribute: (id, _, name) => `${name}-of-${id}`,
  secret: (arn) => (arn === 'ref-of-Secret' ? 'hidden' : '{"user":"u","password":"p"}'),
});

describe('a template', () => {
  test.each([
    [{ Ref: 'Queue' }, 'ref-of-Queue'],
    [{ Ref: 'Site' }, 'http://given'],
    [{ Ref: 'Other' }, 'other'],
    [{ Ref: 'AWS::Region' }, 'here'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Arn-of-Queue'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'Arn-of-Queue'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-here'],
    [{ 'Fn::Sub': '${Queue}/${Queue.Arn}/${AWS::Region}/${!Kept}' }, 'ref-of-Queue/Arn-of-Queue/here/${Kept}'],
    [{ 'Fn::Sub': ['${A}-${Queue}', { A: { Ref: 'Other' } }] }, 'other-ref-of-Queue'],
    [{ 'Fn::Select': [2, { 'Fn::Split': ['/', 'https://a/b'] }] }, 'a'],
    [{ 'Fn::Select': ['0', ['x', 'y']] }, 'x'],
    [
      { a: [{ Ref: 'Queue' }], b: { Ref: 'AWS::NoValue' }, c: 1 },
      { a: ['ref-of-Queue'], c: 1 },
    ],
    ['{{resolve:secretsmanager:ref-of-Secret:SecretString:::}}', 'hidden'],
    ['smtp://{{resolve:secretsmanager:kora/smtp:SecretString:user}}@h', 'smtp://u@h'],
    [{ 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:::}}']] }, 'hidden'],
  ])('%j stands for %j', (value, expected) => expect(resolve(value)).toEqual(expected));

  test.each([{ Ref: 'Nobody' }, { 'Fn::GetAtt': ['Nobody', 'Arn'] }, { 'Fn::ImportValue': 'x' }])(
    '%j is refused rather than guessed',
    (value) => expect(() => resolve(value)).toThrow(),
  );
});

describe('a schedule expression', () => {
  const SHANGHAI = 'Asia/Shanghai';
  const next = (expression: string, zone: string, after: string): string | undefined => {
    const at = nextAfter(read(expression, zone), zone, Date.parse(after));
    return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
  };

  test.each([
    ['at(2026-04-06T09:20:00)', SHANGHAI, '2026-01-01T00:00:00Z', '2026-04-06T01:20'],
    ['at(2026-04-06T09:20:00)', 'UTC', '2026-04-06T09:20:00Z', undefined],
    ['rate(5 minutes)', 'UTC', '2026-04-06T09:20:00Z', '2026-04-06T09:25'],
    ['rate(1 day)', 'UTC', '2026-04-06T09:20:00Z', '2026-04-07T09:20'],
    ['cron(0 8 * * ? *)', SHANGHAI, '2026-04-06T00:00:00Z', '2026-04-07T00:00'],
    ['cron(0 8 * * ? *)', SHANGHAI, '2026-04-05T23:59:59Z', '2026-04-06T00:00'],
    ['cron(30 9 ? * MON-FRI *)', SHANGHAI, '2026-04-03T02:00:00Z', '2026-04-06T01:30'],
    ['cron(0 0 L * ? *)', 'UTC', '2026-02-01T00:00:00Z', '2026-02-28T00:00'],
    ['cron(0 9 ? * 2#1 *)', 'UTC', '2026-04-07T00:00:00Z', '2026-05-04T09:00'],
    ['cron(0 9 ? * 6L *)', 'UTC', '2026-04-07T00:00:00Z', '2026-04-24T09:00'],
    ['cron(0/15 8-9 1,15 JAN,APR ? 2026)', 'UTC', '2026-04-01T08:50:00Z', '2026-04-01T09:00'],
    ['cron(0 0 1 1 ? 2026)', 'UTC', '2026-04-01T00:00:00Z', undefined],
    // the night in which Berlin leaves out half past two
    ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-29T01:30'],
    ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-30T00:30'],
  ])('%s in %s is next due after %s at %s', (expression, zone, after, expected) => {
    expect(next(expression, zone, after)).toBe(expected);
  });

  test.each([
    'every day',
    'at(soon)',
    'rate(0 minutes)',
    'rate(5 seconds)',
    'cron(0 8 * * *)',
    'cron(0 8 * * * *)',
    'cron(0 24 * * ? *)',
    'cron(0 8 * FOO ? *)',
    'cron(a 8 * * ? *)',
  ])('%s is refused', (expression) => expect(() => read(expression, 'UTC')).toThrow(RangeError));
});

test.each([
  ['/reports/*', '/reports/1', true],
  ['/reports/*', '/reports', false],
  ['/me', '/me', true],
  ['/me', '/menu', false],
  ['/a.b', '/axb', false],
  ['/a?', '/ab', true],
])('the pattern %s takes %s: %s', (pattern, path, expected) => {
  expect(matchesPattern(pattern, path)).toBe(expected);
});
