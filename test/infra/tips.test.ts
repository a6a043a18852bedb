import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kora } from '../../infra/app.ts';
import { bundle } from '../../infra/built.ts';
import { type FunctionName, functionNames } from '../../infra/functions.ts';

/** The tip-offs' table, key and secret, as CloudFormation would read them. */

// biome-ignore lint/suspicious/noExplicitAny: templates have any shape
type Properties = Record<string, any>;
type Resources = Record<string, { Type: string; Properties: Properties }>;

const folder = mkdtempSync(join(tmpdir(), 'kora-tips-'));
const stages: Record<string, Record<string, string>> = {
  dev: { stage: 'dev', signIn: 'cognito' },
  prod: {
    ...{ stage: 'prod', signIn: 'oidc', oidcIssuer: 'https://id.example.org', oidcAudience: 'desk' },
    ...{ mailTransport: 'smtp', smtpSecret: 'kora/smtp', mailFrom: 'kora@example.org' },
    siteUrl: 'https://kora.example.cn',
  },
};
const templates = new Map<string, Resources>();

beforeAll(async () => {
  await bundle();
  for (const [stage, context] of Object.entries(stages)) {
    const outdir = join(folder, stage);
    (await kora({ context: { ...context, 'aws:cdk:disable-asset-staging': true }, outdir })).synth();
    templates.set(
      stage,
      JSON.parse(readFileSync(join(outdir, `Kora-${stage}.template.json`), 'utf8')).Resources as Resources,
    );
  }
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OWN: FunctionName[] = ['tips', 'tipsDeliver', 'tipsClocks', 'tipsSweeper'];

const idOf = (all: Resources, type: string, prefix: string): string => {
  const [id, ...more] = Object.keys(all).filter((i) => all[i]?.Type === type && i.startsWith(prefix));
  if (!id || more.length > 0) throw new Error(`expected one ${prefix}`);
  return id;
};

const functionOf = (all: Resources, name: FunctionName): Properties => {
  const isIt = (r: Resources[string]) => r.Type === 'AWS::Lambda::Function' && /^kora-/.test(r.Properties.FunctionName);
  const found = Object.values(all).find((r) => isIt(r) && r.Properties.FunctionName.endsWith(`-${name}`));
  if (!found) throw new Error(`no function ${name}`);
  return found.Properties;
};

const roleOf = (all: Resources, name: FunctionName): string => functionOf(all, name).Role['Fn::GetAtt'][0];

/** The policies of every role of the stack, by role, as text. */
const rightsOf = (all: Resources): Map<string, Properties[]> => {
  const rights = new Map<string, Properties[]>();
  for (const { Type, Properties: p } of Object.values(all))
    if (Type === 'AWS::IAM::Policy')
      for (const { Ref } of p.Roles) rights.set(Ref, [...(rights.get(Ref) ?? []), ...p.PolicyDocument.Statement]);
  return rights;
};

describe.each(Object.keys(stages))('in the stage %s', (stage) => {
  const all = () => templates.get(stage) as Resources;

  test('tip-offs have a table of their own under a key of their own', () => {
    const table = all()[idOf(all(), 'AWS::DynamoDB::Table', 'TipsDataTable')]?.Properties;
    const key = idOf(all(), 'AWS::KMS::Key', 'TipsDataKey');
    expect(table?.SSESpecification).toEqual({
      KMSMasterKeyId: { 'Fn::GetAtt': [key, 'Arn'] },
      SSEEnabled: true,
      SSEType: 'KMS',
    });
    expect(table?.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 7,
    });
    expect(all()[key]?.Properties.EnableKeyRotation).toBe(true);
  });

  test('only the functions of tip-offs have any right on the table or the key', () => {
    const things = [idOf(all(), 'AWS::DynamoDB::Table', 'TipsDataTable'), idOf(all(), 'AWS::KMS::Key', 'TipsDataKey')];
    const own = OWN.map((name) => roleOf(all(), name)).sort();
    for (const thing of things) {
      const roles = [...rightsOf(all())].filter(([, s]) => JSON.stringify(s).includes(`"${thing}"`)).map(([r]) => r);
      expect(roles.sort()).toEqual(own);
    }
  });

  test('no other function is told the table’s name, nor the secret that receipts are looked up with', () => {
    const names = [
      idOf(all(), 'AWS::DynamoDB::Table', 'TipsDataTable'),
      idOf(all(), 'AWS::SecretsManager::Secret', 'TipsSecret'),
    ];
    const told = (thing = '') =>
      functionNames.filter((n) => JSON.stringify(functionOf(all(), n).Environment).includes(thing));
    expect(told(names[0])).toEqual(OWN);
    expect(told(names[1])).toEqual(['tips']);
    expect(functionOf(all(), 'tips').Environment.Variables.STAGE_SECRET).toBeUndefined();
  });

  test('the table itself refuses everybody else, administrators of the account included', () => {
    const table = all()[idOf(all(), 'AWS::DynamoDB::Table', 'TipsDataTable')]?.Properties ?? {};
    const [statement, ...more] = table.ResourcePolicy.PolicyDocument.Statement;
    expect(more).toEqual([]);
    expect(statement).toMatchObject({ Effect: 'Deny', Principal: '*', Resource: '*' });
    const reads = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PartiQLSelect'];
    for (const action of [...reads, 'CreateBackup', 'RestoreTableToPointInTime', 'ExportTableToPointInTime'])
      expect(statement.Action).toContain(`dynamodb:${action}`);
    const allowed = statement.Condition.ArnNotEquals['aws:PrincipalArn'].map((a: Properties) => a['Fn::GetAtt'][0]);
    expect(allowed.sort()).toEqual(OWN.map((name) => roleOf(all(), name)).sort());
  });

  test('of the main table they read people, units and their own routes alone, and change nothing', () => {
    const main = idOf(all(), 'AWS::DynamoDB::Table', 'DataTable');
    for (const name of OWN) {
      const statements = (rightsOf(all()).get(roleOf(all(), name)) ?? []).filter((s) =>
        JSON.stringify(s.Resource).includes(`"${main}"`),
      );
      for (const s of statements) {
        expect([s.Action].flat().sort(), name).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']);
        expect(s.Condition, name).toEqual({
          'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PERSON#*', 'UNIT#*', 'ROUTE#tip#*'] },
        });
        expect(JSON.stringify(s.Resource), name).not.toContain('/index/');
      }
      expect(statements, name).toHaveLength(name === 'tipsClocks' ? 0 : 1);
    }
  });

  test('their sweeper is missed when it is silent, whatever the other one says', () => {
    const alarm = Object.values(all()).find(
      (r) => r.Type === 'AWS::CloudWatch::Alarm' && r.Properties.AlarmName === `kora-${stage}-tips-outbox-age`,
    )?.Properties;
    const service = functionOf(all(), 'tipsSweeper').Environment.Variables.POWERTOOLS_SERVICE_NAME;
    expect(alarm).toMatchObject({ Dimensions: [{ Name: 'service', Value: service }], TreatMissingData: 'breaching' });
    expect(functionOf(all(), 'sweeper').Environment.Variables.POWERTOOLS_SERVICE_NAME).not.toBe(service);
  });

  test('their clocks fire their own function', () => {
    const clocks = functionOf(all(), 'tipsDeliver').Environment.Variables.CLOCK_FUNCTION_ARN['Fn::GetAtt'][0];
    expect(all()[clocks]?.Properties.FunctionName).toBe(`kora-${stage}-tipsClocks`);
  });

  test('no route of theirs has a place for a receipt, and access logs hold neither path nor address', () => {
    const integration = Object.keys(all()).filter((id) => /^ApiHttp.*tips/.test(id));
    expect(integration.length).toBeGreaterThan(0);
    const keys = Object.values(all())
      .filter((r) => r.Type === 'AWS::ApiGatewayV2::Route')
      .map((r) => String(r.Properties.RouteKey))
      .filter((k) => /tip/.test(k));
    expect(keys).toContain('POST /reports/tip');
    expect(keys.filter((k) => /\{receipt\}/.test(k))).toEqual([]);
    const [, log] = Object.entries(all()).find(([, r]) => r.Type === 'AWS::ApiGatewayV2::Stage') ?? [];
    expect(log?.Properties.AccessLogSettings.Format).not.toMatch(/\$context\.(path|identity|http)|ip|userAgent/i);
  });
});
