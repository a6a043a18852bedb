/**
 * What the services of a template do by themselves (an alarm notifies, a bucket reports what arrived, a schedule calls), and
 * whether its policies let them, worked out as IAM does: nothing is allowed that no statement allows, and a denial wins.
 */

// biome-ignore lint/suspicious/noExplicitAny: templates have any shape
type Json = any;
interface Resource {
  Type: string;
  Properties: Json;
}
export type Resources = Record<string, Resource>;

/** A service calls by its own name, or by a role that it takes on. */
interface Call {
  by: { service: string } | { role: string };
  action: string;
  /** Logical id of what is called. */
  on: string;
  /** Below it, as `/*` for the objects of a bucket. */
  path?: string;
  /** Why: the logical id of what makes the call. */
  from: string;
}

const ACCOUNT = '<AWS::AccountId>';

const list = <T>(x: T | T[] | undefined): T[] => (x === undefined ? [] : Array.isArray(x) ? x : [x]);

const ofType = (all: Resources, type: string): [string, Json][] =>
  Object.entries(all).flatMap(([id, r]) => (r.Type === type ? [[id, r.Properties ?? {}] as [string, Json]] : []));

/** The logical id that a reference leads to. */
const target = (x: Json): string => x?.Ref ?? x?.['Fn::GetAtt']?.[0] ?? String(x);

/** An ARN or a name as text: `arn:<id>` for what the template makes, `<AWS::Region>` for what only a deployment knows. */
const text = (all: Resources, x: Json): string => {
  if (typeof x !== 'object' || x === null) return String(x);
  if (x.Ref?.startsWith('AWS::')) return `<${x.Ref}>`;
  if (x.Ref) return all[x.Ref]?.Type === 'AWS::SNS::Topic' ? `arn:${x.Ref}` : x.Ref;
  if (x['Fn::GetAtt']) return `arn:${x['Fn::GetAtt'][0]}`;
  if (x['Fn::Join']) return x['Fn::Join'][1].map((part: Json) => text(all, part)).join(x['Fn::Join'][0]);
  return JSON.stringify(x);
};

/** What is known of a call besides who makes it; names of conditions have no case. */
const contextOf = (all: Resources, { by, from }: Call): Record<string, string> => {
  const { Type, Properties } = all[from] as Resource;
  const arns: Record<string, string> = {
    'AWS::S3::Bucket': `arn:<AWS::Partition>:s3:::${text(all, Properties.BucketName)}`,
    'AWS::CloudFront::Distribution': `arn:<AWS::Partition>:cloudfront::${ACCOUNT}:distribution/${from}`,
    'AWS::ApiGatewayV2::Api': `arn:<AWS::Partition>:execute-api:<AWS::Region>:${ACCOUNT}:${from}/stage/GET/path`,
  };
  return {
    'aws:securetransport': 'true',
    's3:tlsversion': '1.2',
    'aws:principalarn': 'role' in by ? `arn:${by.role}` : '',
    ...('service' in by ? { 'aws:sourceaccount': ACCOUNT, 'aws:sourcearn': arns[Type] ?? `arn:${from}` } : {}),
  };
};

const literally = (part: string): string => part.replace(/[^\w]/g, '\\$&');

const like = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`).test(value);

type Test = (wanted: string, value: string) => boolean;
const OPERATORS: Record<string, Test> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (wanted, value) => wanted === value,
  NumericLessThan: (wanted, value) => Number(value) < Number(wanted),
};

const holds = (all: Resources, condition: Json, context: Record<string, string>): boolean =>
  Object.entries(condition ?? {}).every(([operator, keys]) => {
    const negated = operator.includes('Not');
    const test = OPERATORS[operator.replace('Not', '')];
    if (!test) throw new Error(`the condition ${operator} is not known here`);
    return Object.entries(keys as Json).every(([key, wanted]) => {
      const value = context[key.toLowerCase()];
      if (value === undefined) return negated;
      const met = list(wanted).some((w) => test(text(all, w), value));
      return negated ? !met : met;
    });
  });

const principalsOf = (all: Resources, principal: Json): string[] =>
  typeof principal === 'string'
    ? [principal]
    : Object.values(principal).flatMap((p) => list(p).map((x) => text(all, x)));

/** The name of an ARN of the template, whichever way it is written. */
const namesOf = (all: Resources, id: string): string[] => {
  const bucket = all[id]?.Type === 'AWS::S3::Bucket' && all[id].Properties?.BucketName;
  return [`arn:${id}`, ...(bucket ? [`arn:<AWS::Partition>:s3:::${text(all, bucket)}`] : [])];
};

const matches = (all: Resources, statement: Json, call: Call): boolean => {
  const resources = list(statement.Resource).map((r) => text(all, r));
  const asked = namesOf(all, call.on).map((name) => name + (call.path ?? ''));
  return (
    list(statement.Action).some((a: string) => like(a, call.action)) &&
    asked.some((name) => resources.length === 0 || resources.some((r) => like(r, name))) &&
    holds(all, statement.Condition, contextOf(all, call))
  );
};

const decision = (statements: Json[]): boolean =>
  statements.some((s) => s.Effect === 'Allow') && statements.every((s) => s.Effect !== 'Deny');

/** The statements on a resource itself. */
const resourceStatements = (all: Resources, id: string): Json[] => {
  const policies = Object.values(all).filter(({ Properties: p }) =>
    [...list(p?.Queues), ...list(p?.Topics), ...list(p?.Bucket)].some((x) => target(x) === id),
  );
  const permissions = ofType(all, 'AWS::Lambda::Permission').filter(([, p]) => target(p.FunctionName) === id);
  return [
    ...policies.flatMap(({ Properties }) => list<Json>(Properties.PolicyDocument?.Statement)),
    ...list<Json>(all[id]?.Properties?.KeyPolicy?.Statement),
    ...list<Json>(all[id]?.Properties?.AssumeRolePolicyDocument?.Statement),
    ...permissions.map(([, p]) => ({
      Effect: 'Allow',
      Action: p.Action,
      Principal: { Service: p.Principal },
      Condition: p.SourceArn && { ArnLike: { 'aws:SourceArn': p.SourceArn } },
    })),
  ];
};

/** The statements of a role. */
const roleStatements = (all: Resources, role: string): Json[] => {
  const attached = ofType(all, 'AWS::IAM::Policy').filter(([, p]) => p.Roles.some((r: Json) => target(r) === role));
  const inline = list<Json>(all[role]?.Properties?.Policies);
  return [...attached.map(([, p]) => p), ...inline].flatMap((p) => list<Json>(p.PolicyDocument.Statement));
};

/** Whether a call is let through: for a service by the resource, for a role by its own policies, unless the resource denies it. */
export const allowed = (all: Resources, call: Call): boolean => {
  const { by } = call;
  const name = 'service' in by ? by.service : `arn:${by.role}`;
  const onResource = resourceStatements(all, call.on)
    .filter((s) => matches(all, s, call))
    .filter((s) => principalsOf(all, s.Principal).some((p) => p === '*' || p === name));
  if ('service' in by) return decision(onResource);
  return decision([...roleStatements(all, by.role).filter((s) => matches(all, s, call)), ...onResource]);
};

/** The key of our own that something is encrypted with. */
const keyOf = (all: Resources, id: string): string | undefined => {
  const { KmsMasterKeyId, BucketEncryption } = all[id]?.Properties ?? {};
  const rules = list<Json>(BucketEncryption?.ServerSideEncryptionConfiguration);
  const key = KmsMasterKeyId ?? rules.map((r) => r.ServerSideEncryptionByDefault?.KMSMasterKeyID).find(Boolean);
  return key === undefined ? undefined : target(key);
};

/** What is done with something, and with the key that it is under. */
const using = (all: Resources, call: Call, ...keyUse: string[]): Call[] => {
  const key = keyOf(all, call.on);
  return [call, ...(key ? keyUse.map((action) => ({ ...call, action, on: key, path: undefined })) : [])];
};

const roleOf = (all: Resources, fn: Json): { role: string } => ({ role: target(all[target(fn)]?.Properties.Role) });

const sendTo = (all: Resources, by: Call['by'], queue: Json, from: string): Call[] =>
  queue === undefined
    ? []
    : using(all, { by, action: 'sqs:SendMessage', on: target(queue), from }, 'kms:Decrypt', 'kms:GenerateDataKey');

/** A service takes on a role, then calls in its name. */
const assumes = (service: string, by: { role: string }, from: string): Call => ({
  ...{ by: { service: `${service}.amazonaws.com` }, action: 'sts:AssumeRole', on: by.role, from },
});

/** What Scheduler does when a time has come: call the function, or put aside what it could not deliver. */
const scheduled = (all: Resources, from: string, role: Json, fn: Json, failed: Json): Call[] => {
  const by = { role: target(role) };
  const call = { by, action: 'lambda:InvokeFunction', on: target(fn), from };
  return [assumes('scheduler', by, from), call, ...sendTo(all, by, failed, from)];
};

const ALARM = { service: 'cloudwatch.amazonaws.com' };

/** By type of resource: the calls that it makes by itself. */
const CALLERS: Record<string, (all: Resources, p: Json, from: string) => Call[]> = {
  'AWS::CloudWatch::Alarm': (all, p, from) =>
    [...list(p.AlarmActions), ...list(p.OKActions), ...list(p.InsufficientDataActions)].flatMap((action) =>
      using(all, { by: ALARM, action: 'sns:Publish', on: target(action), from }, 'kms:Decrypt', 'kms:GenerateDataKey'),
    ),
  'AWS::Scheduler::Schedule': (all, { Target }, from) =>
    scheduled(all, from, Target.RoleArn, Target.Arn, Target.DeadLetterConfig?.Arn),
  'AWS::Lambda::Function': (all, { Role, Environment }, from) => {
    const { SCHEDULE_ROLE_ARN, CLOCK_FUNCTION_ARN, SCHEDULE_DLQ_ARN } = Environment?.Variables ?? {};
    const clocks = SCHEDULE_ROLE_ARN && scheduled(all, from, SCHEDULE_ROLE_ARN, CLOCK_FUNCTION_ARN, SCHEDULE_DLQ_ARN);
    return [assumes('lambda', { role: target(Role) }, from), ...(clocks ?? [])];
  },
  'AWS::Lambda::EventInvokeConfig': (all, { FunctionName, DestinationConfig }, from) =>
    [DestinationConfig?.OnFailure, DestinationConfig?.OnSuccess].flatMap((d) =>
      sendTo(all, roleOf(all, FunctionName), d?.Destination, from),
    ),
  'AWS::Lambda::EventSourceMapping': (all, { FunctionName, EventSourceArn, DestinationConfig }, from) => {
    const by = roleOf(all, FunctionName);
    const on = target(EventSourceArn);
    const reads =
      all[on]?.Type === 'AWS::SQS::Queue'
        ? ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']
        : ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'];
    const calls = reads.map((action) => ({ by, action, on, from }));
    return [...calls, ...sendTo(all, by, DestinationConfig?.OnFailure?.Destination, from)];
  },
  'AWS::S3::Bucket': (all, { NotificationConfiguration }, from) =>
    list<Json>(NotificationConfiguration?.QueueConfigurations).flatMap(({ Queue }) =>
      sendTo(all, { service: 's3.amazonaws.com' }, Queue, from),
    ),
  'AWS::CloudFront::Distribution': (all, { DistributionConfig }, from) =>
    list<Json>(DistributionConfig.Origins)
      .filter((o) => o.OriginAccessControlId)
      .flatMap((o) => {
        const by = { service: 'cloudfront.amazonaws.com' };
        const on = target(o.DomainName);
        return using(all, { by, action: 's3:GetObject', on, path: '/index.html', from }, 'kms:Decrypt');
      }),
  'AWS::ApiGatewayV2::Integration': (_, { ApiId, IntegrationUri }) => [
    {
      by: { service: 'apigateway.amazonaws.com' },
      action: 'lambda:InvokeFunction',
      on: target(IntegrationUri),
      from: target(ApiId),
    },
  ],
};

/** Types that call nothing by themselves. */
const SILENT = [
  ...['Api', 'Authorizer', 'Route', 'Stage'].map((t) => `AWS::ApiGatewayV2::${t}`),
  ...['Function', 'OriginAccessControl', 'ResponseHeadersPolicy'].map((t) => `AWS::CloudFront::${t}`),
  ...['UserPool', 'UserPoolClient', 'UserPoolDomain'].map((t) => `AWS::Cognito::${t}`),
  ...['Role', 'Policy'].map((t) => `AWS::IAM::${t}`),
  ...['LayerVersion', 'Permission', 'Version'].map((t) => `AWS::Lambda::${t}`),
  ...[
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::S3::BucketPolicy',
    'AWS::SES::EmailIdentity',
  ],
  ...['AWS::Scheduler::ScheduleGroup', 'AWS::SecretsManager::Secret', 'AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
  ...['AWS::SNS::Subscription', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::CDK::Metadata'],
  ...['Custom::CDKBucketDeployment', 'Custom::Trigger'],
];

/** Every call of a template; throws for a type of resource of which nothing is known here. */
export const callsOf = (all: Resources): Call[] =>
  Object.entries(all).flatMap(([id, { Type, Properties }]) => {
    const calls = CALLERS[Type];
    if (!calls && !SILENT.includes(Type)) throw new Error(`${Type}: say in test/support/policies.ts whom it calls`);
    return calls?.(all, Properties ?? {}, id) ?? [];
  });

export const shown = ({ by, action, on, from }: Call): string =>
  `${from}: ${'service' in by ? by.service : by.role} ${action} ${on}`;

/**
 * Services that a resource lets in from any account: neither account nor source is a condition. That Lambda takes on a role
 * needs none, since only who may pass the role on can give it to a function.
 */
export const openToAnyAccount = (all: Resources): string[] =>
  Object.keys(all).flatMap((id) =>
    resourceStatements(all, id)
      .filter((s) => s.Effect === 'Allow' && s.Principal?.Service && s.Principal.Service !== 'lambda.amazonaws.com')
      .filter((s) => !/aws:Source(Account|Arn)/i.test(JSON.stringify(s.Condition ?? {})))
      .map((s) => `${id}: ${list(s.Principal.Service).join()} ${list(s.Action).join()}`),
  );
