import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small stack with functions of its own, synthesized by hand: it shows what the machine does without what Kora does. */

/** Writes down every event with the time it saw; answers and fails as the event asks. */
const RECORDER = `
import { appendFileSync } from 'node:fs';
const note = (event) => appendFileSync(process.env.SEEN, JSON.stringify({ at: new Date().toISOString(), event }) + '\\n');
`;

const SOURCES: Record<string, string> = {
  web: `${RECORDER}
let calls = 0;
export const handler = async (event, context) => {
  calls++;
  const { wait, exit, fail } = event.queryStringParameters ?? {};
  if (wait) await new Promise((r) => setTimeout(r, Number(wait)));
  if (exit) process.exit(1);
  if (fail) throw new Error('as asked');
  if (event.rawPath.startsWith('/plain')) return { any: 'thing' };
  const body = JSON.stringify({ event, calls, env: process.env, now: Date.now(), left: context.getRemainingTimeInMillis() });
  return { statusCode: 201, headers: { 'Content-Type': 'application/json', 'X-Own': 'yes' }, cookies: ['a=1', 'b=2'], body };
};`,
  stream: `${RECORDER}
export const handler = async (event) => {
  note(event.Records.map((r) => r.dynamodb.NewImage.pk.S + '/' + r.dynamodb.NewImage.sk.S));
  const bad = (r, kind) => r.dynamodb.NewImage.outbox.S === kind;
  if (event.Records.some((r) => bad(r, 'throw'))) throw new Error('poison');
  const failed = event.Records.filter((r) => bad(r, 'fail'));
  return { batchItemFailures: failed.map((r) => ({ itemIdentifier: r.dynamodb.SequenceNumber })) };
};`,
  worker: `${RECORDER}
export const handler = async (event) => {
  note(event.Records.map((r) => r.body + ' ' + r.attributes.ApproximateReceiveCount));
  if (event.Records.some((r) => r.body === 'hang')) await new Promise(() => {});
  const failed = event.Records.filter((r) => r.body.startsWith('bad'));
  return { batchItemFailures: failed.map((r) => ({ itemIdentifier: r.messageId })) };
};`,
  timer: `${RECORDER}
export const handler = async (event) => {
  note(event);
  if (event.fail) throw new Error('as asked');
};`,
};

const fn = (name: string, timeout: number) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: `kora-local-${name}`,
    Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
    Handler: 'index.handler',
    Timeout: timeout,
    MemorySize: 256,
    Environment: {
      Variables: {
        SEEN: { Ref: 'Seen' },
        TABLE_NAME: { Ref: 'Table' },
        QUEUE_URL: { Ref: 'Work' },
        KEY_ID: { 'Fn::GetAtt': ['Key', 'Arn'] },
        TIMER_ARN: { 'Fn::GetAtt': ['Timer', 'Arn'] },
        BUCKET: { Ref: 'Bucket' },
        DEAD_ARN: { 'Fn::GetAtt': ['Dead', 'Arn'] },
        SECRET: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:::}}']] },
      },
    },
  },
});

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

const queue = (more: object = {}) => ({ Type: 'AWS::SQS::Queue', Properties: { ...more } });

const route = (key: string, more: object = { AuthorizationType: 'NONE' }) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: { RouteKey: key, Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] }, ...more },
});

const schedule = (ScheduleExpression: string, ScheduleExpressionTimezone: string, Input: string) => ({
  Type: 'AWS::Scheduler::Schedule',
  Properties: {
    GroupName: 'own',
    ScheduleExpression,
    ScheduleExpressionTimezone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: { Arn: arn('Timer'), RoleArn: 'role', Input },
  },
});

const key = (name: string, KeyType: string) => ({ AttributeName: name, KeyType });

const resources = {
  Web: fn('web', 1),
  Stream: fn('stream', 5),
  Worker: fn('worker', 2),
  Timer: fn('timer', 5),
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { IntegrationType: 'AWS_PROXY', IntegrationUri: arn('Web') },
  },
  Authorizer: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: { JwtConfiguration: { Issuer: 'https://kora.local/oidc', Audience: ['kora'] } },
  },
  Things: route('GET /things/{id}'),
  Known: route('GET /things/known'),
  Post: route('POST /things'),
  Plain: route('GET /plain'),
  Greedy: route('ANY /all/{rest+}'),
  Private: route('GET /private', { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Authorizer' } }),
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
  },
  Delivery: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
      FunctionName: { Ref: 'Stream' },
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
      ParallelizationFactor: 2,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: arn('Failed') } },
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"outbox":{"S":[{"exists":true}]}}}}' }],
      },
    },
  },
  Failed: queue(),
  Dead: queue(),
  Missed: queue(),
  Idle: queue({ VisibilityTimeout: 20, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 } }),
  Work: queue({ VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 3 } }),
  Working: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      EventSourceArn: arn('Work'),
      FunctionName: arn('Worker'),
      BatchSize: 5,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    },
  },
  Async: {
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: {
      FunctionName: { Ref: 'Timer' },
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: arn('Missed') } },
    },
  },
  Group: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'own' } },
  Round: schedule('rate(5 minutes)', 'UTC', '{"name":"round"}'),
  Morning: schedule('cron(30 9 ? * MON-FRI *)', 'Asia/Shanghai', '{"name":"morning"}'),
  Key: { Type: 'AWS::KMS::Key', Properties: {} },
  OtherKey: { Type: 'AWS::KMS::Key', Properties: {} },
  Told: queue(),
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['https://kora.local'], AllowedMethods: ['POST', 'GET'] }] },
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: 's3:ObjectCreated:*',
            Queue: arn('Told'),
            Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'incoming/' }] } },
          },
        ],
      },
    },
  },
  Secret: {
    Type: 'AWS::SecretsManager::Secret',
    Properties: { GenerateSecretString: { PasswordLength: 20, ExcludePunctuation: true } },
  },
};

export interface OwnStack {
  /** To be given to `startKora` as `build`. */
  build: string;
  /** What the functions saw, in order. */
  seen: () => { at: string; event: unknown }[];
}

/** Writes the stack's template and functions into a folder. */
export const ownStack = (folder: string): OwnStack => {
  const seen = join(folder, 'seen.jsonl');
  const assembly = join(folder, 'cdk.out');
  for (const [name, source] of Object.entries(SOURCES)) {
    mkdirSync(join(assembly, name), { recursive: true });
    writeFileSync(join(assembly, name, 'index.mjs'), source);
  }
  const files = Object.keys(SOURCES).map((name) => [
    name,
    { source: { path: name }, destinations: { here: { objectKey: `${name}.zip` } } },
  ]);
  const template = { Parameters: { Seen: { Type: 'String', Default: seen } }, Resources: resources };
  writeFileSync(join(assembly, 'Kora-local.template.json'), JSON.stringify(template));
  writeFileSync(join(assembly, 'Kora-local.assets.json'), JSON.stringify({ files: Object.fromEntries(files) }));
  writeFileSync(seen, '');
  const lines = () => readFileSync(seen, 'utf8').split('\n').filter(Boolean);
  return { build: folder, seen: () => lines().map((line) => JSON.parse(line)) };
};
