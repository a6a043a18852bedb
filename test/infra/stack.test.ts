import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kora } from '../../infra/app.ts';
import { type Built, bundle } from '../../infra/built.ts';
import { type FunctionName, functionNames, functions, loadRoutes } from '../../infra/functions.ts';
import { contentDigest } from '../../shared/ids.ts';
import { allowed, callsOf, openToAnyAccount, type Resources, shown } from '../support/policies.ts';

/** The templates are read as CloudFormation would read them. */

// biome-ignore lint/suspicious/noExplicitAny: templates have any shape
type Properties = Record<string, any>;
interface Resource {
  Type: string;
  Properties: Properties;
  DeletionPolicy?: string;
}
type Template = { Resources: Record<string, Resource> };
interface Statement {
  Action: string | string[];
  Resource: unknown;
}

const folder = mkdtempSync(join(tmpdir(), 'kora-synth-'));
const PROD = {
  stage: 'prod',
  signIn: 'oidc',
  oidcIssuer: 'https://id.example.org',
  oidcAudience: 'desk',
  mailDomain: 'example.org',
};
const CHINA = {
  ...PROD,
  mailTransport: 'smtp',
  smtpSecret: 'kora/smtp',
  mailFrom: 'kora@example.org',
  siteUrl: 'https://kora.example.cn',
};

let round = 0;
const synth = async (context: Record<string, string>): Promise<Template> => {
  const outdir = join(folder, String(round++));
  (await kora({ context: { ...context, 'aws:cdk:disable-asset-staging': true }, outdir })).synth();
  return JSON.parse(readFileSync(join(outdir, `Kora-${context.stage}.template.json`), 'utf8'));
};

let built: Built[];
let local: Template;
let dev: Template;
let prod: Template;
let china: Template;

beforeAll(async () => {
  built = await bundle();
  local = await synth({ stage: 'local' });
  dev = await synth({ stage: 'dev' });
  prod = await synth(PROD);
  china = await synth(CHINA);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ofType = (template: Template, type: string): [string, Resource][] =>
  Object.entries(template.Resources).filter(([, r]) => r.Type === type);

const only = (template: Template, type: string): Properties => {
  const [[, found] = [], ...more] = ofType(template, type);
  if (!found || more.length > 0) throw new Error(`expected one ${type}`);
  return found.Properties;
};

/** Our own functions, without those that CDK adds for deploying. */
const ours = (template: Template): [string, Resource][] =>
  ofType(template, 'AWS::Lambda::Function').filter(([, r]) => String(r.Properties.FunctionName).startsWith('kora-'));

const fn = (template: Template, name: FunctionName): [string, Resource] => {
  const found = ours(template).find(([, r]) => r.Properties.FunctionName.endsWith(`-${name}`));
  if (!found) throw new Error(`no function ${name}`);
  return found;
};

const list = <T>(x: T | T[]): T[] => (Array.isArray(x) ? x : [x]);

const statementsOf = (template: Template, name: FunctionName): Statement[] => {
  const role = fn(template, name)[1].Properties.Role['Fn::GetAtt'][0];
  const policies = ofType(template, 'AWS::IAM::Policy').filter(([, p]) =>
    p.Properties.Roles.some((r: Properties) => r.Ref === role),
  );
  return policies.flatMap(([, p]) => p.Properties.PolicyDocument.Statement);
};

const actionsOf = (template: Template, name: FunctionName): string[] =>
  statementsOf(template, name).flatMap((s) => list(s.Action));

const who = (template: Template, action: RegExp): FunctionName[] =>
  functionNames.filter((name) => actionsOf(template, name).some((a) => action.test(a)));

describe('what each function may do', () => {
  test('the bulletin reads the table and does nothing else but log', () => {
    const rights = new Set(actionsOf(dev, 'bulletin').map((a) => a.split(':')[0]));
    expect([...rights].sort()).toEqual(['dynamodb', 'logs']);
    expect(
      actionsOf(dev, 'bulletin').filter((a) => /Put|Update|Delete|Write/.test(a) && !a.startsWith('logs:')),
    ).toEqual([]);
  });

  test('only the mailer sends mail, and only delivery, duty and the monthly summary put it into the queue', () => {
    expect(who(dev, /^ses:/)).toEqual(['mailer']);
    expect(who(dev, /^dynamodb:GetRecords$/)).toEqual(['deliver', 'tipsDeliver']);
    const queue = ofType(dev, 'AWS::SQS::Queue').find(([id]) => id.startsWith('MailQueue'))?.[0];
    const mayQueue = functionNames.filter((name) =>
      statementsOf(dev, name).some(
        (s) => list(s.Action).includes('sqs:SendMessage') && JSON.stringify(s.Resource).includes(String(queue)),
      ),
    );
    expect(mayQueue).toEqual(['summary', 'dutyWorker', 'deliver', 'sweeper', 'tipsDeliver', 'tipsSweeper']);
  });

  test('only rewards reads who is paid', () => {
    const key = JSON.stringify({
      'Fn::GetAtt': [ofType(prod, 'AWS::KMS::Key').find(([id]) => id.startsWith('PayeeKey'))?.[0], 'Arn'],
    });
    const mayDecrypt = functionNames.filter((name) =>
      statementsOf(prod, name).some(
        (s) => list(s.Action).includes('kms:Decrypt') && JSON.stringify(s.Resource).includes(key),
      ),
    );
    expect(mayDecrypt).toEqual(['rewards']);
  });

  test('what is sent as a photo is read and removed by the one function that looks at it, and seen only from where that keeps it', () => {
    const on = (name: FunctionName) =>
      statementsOf(dev, name).flatMap((s) =>
        list(s.Action)
          .filter((a) => a.startsWith('s3:'))
          .map((a) => `${a} ${/\/(\w+)\/\*/.exec(JSON.stringify(s.Resource))?.[1] ?? 'the bucket'}`),
      );
    expect(who(dev, /^s3:/)).toEqual(['photos', 'photosCheck']);
    expect(on('photos').sort()).toEqual(['s3:GetObject photos', 's3:PutObject incoming']);
    const checks = ['DeleteObject incoming', 'GetObject incoming', 'ListBucket the bucket', 'PutObject photos'];
    expect(on('photosCheck').sort()).toEqual(checks.map((c) => `s3:${c}`));
  });

  test('only delivery sets clocks, in the group of its stage, and hands over one role', () => {
    expect(who(dev, /^scheduler:/)).toEqual(['deliver', 'sweeper', 'tipsDeliver', 'tipsSweeper']);
    const passed = statementsOf(dev, 'deliver').filter((s) => list(s.Action).includes('iam:PassRole'));
    expect(passed).toEqual([
      expect.objectContaining({ Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } } }),
    ]);
  });

  test('a star stands for a resource only where AWS has none: listing streams', () => {
    for (const name of functionNames) {
      const starred = statementsOf(dev, name)
        .filter((s) => list(s.Resource).includes('*'))
        .flatMap((s) => list(s.Action));
      expect(starred, name).toEqual(/^(deliver|tipsDeliver)$/.test(name) ? ['dynamodb:ListStreams'] : []);
    }
  });

  test('no two functions share a role', () => {
    const roles = ours(dev).map(([, r]) => r.Properties.Role['Fn::GetAtt'][0]);
    expect(new Set(roles).size).toBe(functionNames.length);
  });

  test('the stage’s secret reaches those that look up receipts, as a reference that is resolved at deployment', () => {
    const holders = functionNames.filter((name) => fn(dev, name)[1].Properties.Environment.Variables.STAGE_SECRET);
    expect(holders).toEqual(
      functionNames.filter((name) => (functions[name].uses as readonly string[]).includes('stageSecret')),
    );
    expect(JSON.stringify(fn(dev, 'reports')[1].Properties.Environment.Variables.STAGE_SECRET)).toContain(
      '{{resolve:secretsmanager:',
    );
  });
});

describe('what the services do by themselves', () => {
  const stages = () => Object.entries({ local, dev, prod, china });

  test('their policies let them: alarms notify, schedules and gateways call, what failed is put aside', () => {
    for (const [stage, { Resources: all }] of stages()) {
      const calls = callsOf(all);
      expect(calls.length, stage).toBeGreaterThan(100);
      expect(calls.filter((call) => !allowed(all, call)).map(shown), stage).toEqual([]);
    }
  });

  test('every alarm reaches the topic, and may use its key', () => {
    const alarms = ofType(prod, 'AWS::CloudWatch::Alarm').map(([id]) => id);
    for (const action of ['sns:Publish', 'kms:Decrypt', 'kms:GenerateDataKey'])
      expect(
        callsOf(prod.Resources).flatMap((c) => (c.action === action && alarms.includes(c.from) ? [c.from] : [])),
      ).toEqual(alarms);
  });

  test('services of other accounts are let in nowhere but at the key of the alarms', () => {
    for (const [stage, { Resources: all }] of stages()) {
      const open = openToAnyAccount(all);
      expect(open, stage).toEqual([
        expect.stringMatching(/^AlarmsKey\w+: cloudwatch.amazonaws.com kms:Decrypt,kms:GenerateDataKey$/),
      ]);
    }
  });

  test('the check sees a right that is missing, and one that is denied', () => {
    const calls = callsOf(dev.Resources);
    const without = (change: (all: Resources) => void): string[] => {
      const all = structuredClone(dev.Resources);
      change(all);
      const lost = calls.filter((c) => allowed(dev.Resources, c) && !allowed(all, c));
      return [...new Set(lost.map((c) => c.action))];
    };
    const drop = (type: string) => (all: Resources) => {
      for (const [id, r] of Object.entries(all)) if (r.Type === type) delete all[id];
    };
    expect(without(drop('AWS::SNS::TopicPolicy'))).toEqual(['sns:Publish']);
    expect(without(drop('AWS::SQS::QueuePolicy'))).toEqual(['sqs:SendMessage']);
    expect(without(drop('AWS::S3::BucketPolicy'))).toEqual(['s3:GetObject']);
    expect(without(drop('AWS::Lambda::Permission'))).toEqual(['lambda:InvokeFunction']);
    expect(without(drop('AWS::IAM::Policy')).sort()).toEqual([
      ...['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'lambda:InvokeFunction'],
      ...['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:SendMessage'],
    ]);
    const denied = without((all) => {
      for (const { Type, Properties } of Object.values(all))
        if (Type === 'AWS::SNS::TopicPolicy')
          Properties.PolicyDocument.Statement.push({ Effect: 'Deny', Action: 'sns:*', Principal: '*', Resource: '*' });
    });
    expect(denied).toEqual(['sns:Publish']);
  });
});

describe('photos', () => {
  const bucketOf = (template: Template): Properties => {
    const [, found] = ofType(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('PhotosBucket')) ?? [];
    return found?.Properties ?? {};
  };

  test.each([
    ['dev', () => dev, 'AES256'],
    ['prod', () => prod, 'aws:kms'],
    ['china', () => china, 'aws:kms'],
  ])('%s: the bucket is private, encrypted, without versions, and forgets what nobody could look at', (_, of, by) => {
    const bucket = bucketOf(of());
    expect(Object.values(bucket.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    const [{ ServerSideEncryptionByDefault }] = bucket.BucketEncryption.ServerSideEncryptionConfiguration;
    expect(ServerSideEncryptionByDefault.SSEAlgorithm).toBe(by);
    expect(bucket.VersioningConfiguration).toBeUndefined();
    const rules = bucket.LifecycleConfiguration.Rules;
    expect(rules.find((r: Properties) => r.Prefix === 'incoming/').ExpirationInDays).toBe(4);
    expect(rules.find((r: Properties) => r.Prefix === 'photos/')).toBeUndefined();
    expect(bucket.CorsConfiguration.CorsRules[0].AllowedOrigins).toHaveLength(1);
  });

  test.each([
    ['ap-southeast-1', 'amazonaws.com'],
    ['us-east-1', 'amazonaws.com'],
    ['cn-north-1', 'amazonaws.com.cn'],
  ])('in %s the policies name the very address that the SDK makes forms for', async (region, suffix) => {
    const known: Record<string, string> = { Region: region, AccountId: '111122223333', URLSuffix: suffix };
    const text = (join: Properties) =>
      join['Fn::Join'][1]
        .map((part: string | Properties) => (typeof part === 'string' ? part : known[part.Ref.split('::')[1]]))
        .join('');
    const client = new S3Client({ region, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
    const Bucket = text(bucketOf(prod).BucketName);
    const { url } = await createPresignedPost(client, { Bucket, Key: 'x' });
    const origin = text(fn(prod, 'photos')[1].Properties.Environment.Variables.PHOTOS_ORIGIN);
    expect(new URL(url).origin).toBe(origin);
  });

  test('the site’s policy lets pages reach the bucket, those of tip-offs not', () => {
    const policies = ofType(prod, 'AWS::CloudFront::ResponseHeadersPolicy').map(([id, r]) => [
      id,
      JSON.stringify(r.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy),
    ]);
    const names = policies.flatMap(([id = '', policy]) => (policy?.includes('kora-prod-photos-') ? [id] : []));
    expect(names).toEqual([expect.stringMatching(/^WebHeaders/)]);
  });
});

describe('what is watched', () => {
  test('every function has its own log group with the stage’s retention, and an alarm that says what its failure means', () => {
    for (const [template, days] of [
      [dev, 30],
      [prod, 180],
    ] as const)
      for (const name of functionNames) {
        const [id, { Properties }] = fn(template, name);
        const group = template.Resources[Properties.LoggingConfig.LogGroup.Ref];
        expect(group?.Properties.RetentionInDays, name).toBe(days);
        const alarm = ofType(template, 'AWS::CloudWatch::Alarm').find(
          ([, a]) => a.Properties.MetricName === 'Errors' && a.Properties.Dimensions[0].Value.Ref === id,
        );
        expect(alarm?.[1].Properties.AlarmDescription, name).toBe(functions[name].impact);
      }
  });

  test('every alarm tells somebody, and says in a sentence what it means', () => {
    for (const [id, { Properties }] of ofType(dev, 'AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmActions, id).toHaveLength(1);
      expect(Properties.AlarmDescription.length, id).toBeGreaterThan(40);
    }
  });

  test('every queue has a dead-letter queue, or is one and has an alarm for its first message', () => {
    const watched = ofType(dev, 'AWS::CloudWatch::Alarm')
      .filter(
        ([, a]) => a.Properties.MetricName === 'ApproximateNumberOfMessagesVisible' && a.Properties.Threshold === 1,
      )
      .map(([, a]) => a.Properties.Dimensions[0].Value['Fn::GetAtt'][0]);
    for (const [id, { Properties }] of ofType(dev, 'AWS::SQS::Queue')) {
      const dead = Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0];
      expect(watched, id).toContain(dead ?? id);
    }
  });

  test('mail that fails for an hour and a half is still in its queue', () => {
    const [, { Properties }] = ofType(dev, 'AWS::SQS::Queue').find(([, q]) => q.Properties.RedrivePolicy) as [
      string,
      Resource,
    ];
    expect(Properties.VisibilityTimeout * Properties.RedrivePolicy.maxReceiveCount).toBeGreaterThan(90 * 60);
    expect(Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * functions.mailer.timeout);
  });

  test('access logs hold route keys, neither paths nor addresses', () => {
    const { Format } = only(dev, 'AWS::ApiGatewayV2::Stage').AccessLogSettings;
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|identity|http)/i);
  });
});

describe('the table', () => {
  test('prod’s cannot be deleted and is encrypted with a key of our own; other stages’ can go', () => {
    const [, kept] = ofType(prod, 'AWS::DynamoDB::Table')[0] as [string, Resource];
    expect(kept).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true, SSESpecification: { SSEType: 'KMS' } },
    });
    const [, gone] = ofType(dev, 'AWS::DynamoDB::Table')[0] as [string, Resource];
    expect(gone.DeletionPolicy).toBe('Delete');
    expect(gone.Properties.DeletionProtectionEnabled ?? false).toBe(false);
  });

  test('is on demand, restorable to any second, streams old and new images, and has the indexes that keys.ts names', () => {
    for (const template of [local, dev, prod])
      for (const [, table] of ofType(template, 'AWS::DynamoDB::Table'))
        expect(table.Properties).toMatchObject({
          BillingMode: 'PAY_PER_REQUEST',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
          GlobalSecondaryIndexes: [
            {
              IndexName: 'byQueue',
              Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card', 'id', 'entity'] },
            },
            { IndexName: 'byArea', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['facts', 'id'] } },
            { IndexName: 'outbox', Projection: { ProjectionType: 'KEYS_ONLY' } },
          ],
        });
  });

  test('its stream wakes delivery for images that still have effects waiting, and keeps what fails', () => {
    const mapping = ofType(dev, 'AWS::Lambda::EventSourceMapping').find(([, m]) => m.Properties.StartingPosition)?.[1]
      .Properties;
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"outbox":{"S":[{"prefix":"outbox-"}]}}}}' }] },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
  });
});

describe('who may call what', () => {
  test('each route of the functions’ tables is there; staff’s have the authorizer, public ones have none', async () => {
    const rows = [...(await loadRoutes()).values()].flat();
    const expected = Object.fromEntries(
      rows.map((r) => [`${r.method} ${r.path}`, r.access === 'staff' ? 'JWT' : 'NONE']),
    );
    const found = ofType(dev, 'AWS::ApiGatewayV2::Route').map(([, r]) => [
      r.Properties.RouteKey,
      r.Properties.AuthorizationType ?? 'NONE',
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    expect(new Set(Object.values(expected))).toEqual(new Set(['JWT', 'NONE']));
    for (const [, r] of ofType(dev, 'AWS::ApiGatewayV2::Route'))
      expect(Boolean(r.Properties.AuthorizerId)).toBe(r.Properties.AuthorizationType === 'JWT');
  });

  test('the site passes every route on to the API, uncached', async () => {
    const { CacheBehaviors } = only(dev, 'AWS::CloudFront::Distribution').DistributionConfig;
    const patterns: string[] = CacheBehaviors.map((b: Properties) => b.PathPattern);
    expect(patterns.length).toBeLessThan(25); // what a distribution takes besides its default
    for (const { path } of [...(await loadRoutes()).values()].flat())
      expect(
        patterns.some((p) => (p.endsWith('*') ? path.startsWith(p.slice(0, -1)) : p === path)),
        path,
      ).toBe(true);
  });

  test('what has its content in its name is there before the pages, kept for good, and asked for once', () => {
    const published = Object.entries(dev.Resources).filter(([, r]) => r.Type === 'Custom::CDKBucketDeployment');
    const [assets, pages] = [true, false].map((cached) =>
      published.find(([, r]) => cached === 'SystemMetadata' in r.Properties),
    );
    expect(assets?.[1].Properties).toMatchObject({
      ...{ Exclude: ['*'], Include: ['assets/*'], Prune: false },
      SystemMetadata: { 'cache-control': 'max-age=31536000, immutable' },
    });
    expect(pages?.[1]).toMatchObject({
      Properties: { Exclude: ['assets/*'], Prune: true, DistributionPaths: ['/*'] },
      DependsOn: expect.arrayContaining([assets?.[0]]),
    });
  });

  test('pages may load and run nothing from elsewhere', () => {
    const headers = JSON.stringify(ofType(prod, 'AWS::CloudFront::ResponseHeadersPolicy'));
    expect(headers).toContain("script-src 'self';");
    expect(headers).toContain("connect-src 'self' https://id.example.org;");
    expect(headers).not.toMatch(/unsafe|\*/);
  });
});

describe('stages', () => {
  test('here it needs neither Cognito, SES nor anything that runs while deploying', () => {
    const types = new Set(Object.values(local.Resources).map((r) => r.Type));
    expect([...types].filter((t) => /Cognito|SES|Custom|CloudFormation/.test(t))).toEqual([]);
    expect(only(local, 'AWS::ApiGatewayV2::Authorizer').JwtConfiguration).toEqual({
      Audience: ['kora'],
      Issuer: 'https://kora.local/oidc',
    });
  });

  test('a partition without Cognito, SES and X-Ray has none of them; mail goes by SMTP, the site stands elsewhere', () => {
    const everything = JSON.stringify(china);
    expect(everything).not.toMatch(/AWS::Cognito|AWS::SES|ses:Send|xray|AWS::CloudFront/);
    expect(fn(china, 'mailer')[1].Properties.Environment.Variables.MAIL_TRANSPORT).toBe('smtp');
    expect(only(china, 'AWS::ApiGatewayV2::Api').CorsConfiguration.AllowOrigins).toEqual(['https://kora.example.cn']);
  });

  test('a wish that cannot be met is refused by name', async () => {
    await expect(kora({ context: { stage: 'prod', signIn: 'oidc' } })).rejects.toThrow('oidcIssuer');
    await expect(kora({ context: { ...PROD, mailDomain: undefined } })).rejects.toThrow('mailDomain');
    await expect(kora({ context: { ...PROD, mailTransport: 'smtp' } })).rejects.toThrow('smtpSecret');
  });

  test('nothing found by AwsSolutions is left open, tracing and a WAF included', async () => {
    await expect(
      synth({ ...PROD, tracing: 'true', webAcl: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/kora/1' }),
    ).resolves.toBeDefined();
  });

  test('a finding that nobody accepted fails the synth', async () => {
    const app = await kora({
      context: { stage: 'dev', 'aws:cdk:disable-asset-staging': true },
      outdir: join(folder, 'open'),
    });
    new Queue(app.node.findChild('Kora-dev') as Stack, 'Open');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS3');
  });

  test('every function is there, and small enough to start quickly', () => {
    expect(built.map((b) => b.name)).toEqual(functionNames);
    for (const { name, startBytes } of built) {
      expect(startBytes, name).toBeGreaterThan(0);
      expect(startBytes, name).toBeLessThan(1_500_000);
    }
  });

  test('the same sources give the same template, to the byte', async () => {
    expect(contentDigest(await synth({ stage: 'dev' }))).toBe(contentDigest(dev));
  });
});
