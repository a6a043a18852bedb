import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT, namesOf, REGION } from './names.ts';
import { secretsOf } from './secrets.ts';
import type {
  BucketSpec,
  FunctionSpec,
  LocalStack,
  MappingSpec,
  QueueSpec,
  RouteSpec,
  ScheduleSpec,
  SiteSpec,
} from './stack.ts';
import type { State } from './state.ts';
import { type Resource, resolverOf, type Template } from './template.ts';

// biome-ignore lint/suspicious/noExplicitAny: properties of templates have any shape
type Properties = Record<string, any>;

export interface Place {
  /** The folder a stack was synthesized into. */
  assembly: string;
  stack: string;
  /** Where people reach this Kora, and where functions reach its services. */
  url: string;
  services: string;
}

/** The host that the stage `local` names as its own; it stands for this machine's address. */
const LOCAL_ORIGIN = 'https://kora.local';

/** Reads the template of a synthesized stack. */
export const readStack = (state: State, place: Place): LocalStack => {
  const file = join(place.assembly, `${place.stack}.template.json`);
  const text = readFileSync(file, 'utf8').replaceAll(LOCAL_ORIGIN, place.url);
  const template = JSON.parse(text) as Template;
  const names = namesOf(state, place.stack, place.services);
  const pseudo = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': place.stack,
    'AWS::StackId': place.stack,
  };
  const parameters = { LocalSiteUrl: place.url, LocalObjectsOrigin: place.services };
  const resolve = resolverOf(template, { pseudo, parameters, ...names, secret: secretsOf(state, template) });
  const reader = new Reader(template, resolve as (value: unknown) => Properties, names.ref, names.attribute);
  return reader.stack(assetsOf(place));
};

/** From the key of an asset in its bucket to the folder it was made from. */
const assetsOf = ({ assembly, stack }: Place): ((key: string) => string) => {
  const { files } = JSON.parse(readFileSync(join(assembly, `${stack}.assets.json`), 'utf8')) as {
    files: Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>;
  };
  const folders = new Map(
    Object.values(files).flatMap((f) =>
      Object.values(f.destinations).map((d) => [d.objectKey, join(assembly, f.source.path)] as const),
    ),
  );
  return (key) => {
    const folder = folders.get(key);
    if (!folder) throw new Error(`no asset ${key} was synthesized`);
    return folder;
  };
};

type Named = (id: string, resource: Resource) => string;

class Reader {
  private readonly template: Template;
  private readonly resolve: (value: unknown) => Properties;
  private readonly ref: Named;
  private readonly attribute: (id: string, resource: Resource, name: string) => string;

  constructor(
    template: Template,
    resolve: (value: unknown) => Properties,
    ref: Named,
    attribute: (id: string, resource: Resource, name: string) => string,
  ) {
    this.template = template;
    this.resolve = resolve;
    this.ref = ref;
    this.attribute = attribute;
  }

  stack(assets: (key: string) => string): LocalStack {
    return {
      functions: this.each('AWS::Lambda::Function', (p, arn) => this.fn(p, arn, assets)),
      routes: this.routes(),
      tables: this.each('AWS::DynamoDB::Table', (properties, arn, name) => ({ name, arn, properties })),
      queues: this.each('AWS::SQS::Queue', (p, arn) => queueOf(p, arn)),
      mappings: this.each('AWS::Lambda::EventSourceMapping', (p) => mappingOf(p, this.functionArn(p.FunctionName))),
      groups: this.each('AWS::Scheduler::ScheduleGroup', (_, __, name) => name),
      schedules: this.each('AWS::Scheduler::Schedule', (p, _, name) => scheduleOf(p, name)),
      keys: this.each('AWS::KMS::Key', (_, arn, id, logicalId) => ({ id, arn, logicalId })),
      buckets: this.each('AWS::S3::Bucket', (p, arn, name, logicalId) => ({ name, arn, logicalId, ...bucketOf(p) })),
      site: this.each('AWS::CloudFront::Distribution', (p) => this.site(p.DistributionConfig))[0],
    };
  }

  private of(type: string): [string, Resource][] {
    return Object.entries(this.template.Resources).filter(([, r]) => r.Type === type);
  }

  private each<T>(type: string, read: (p: Properties, arn: string, ref: string, id: string) => T): T[] {
    return this.of(type).map(([id, r]) =>
      read(this.resolve(r.Properties ?? {}), this.attribute(id, r, 'Arn'), this.ref(id, r), id),
    );
  }

  private fn(p: Properties, arn: string, assets: (key: string) => string): FunctionSpec {
    const async = this.each('AWS::Lambda::EventInvokeConfig', (c) => c).find((c) => c.FunctionName === p.FunctionName);
    return {
      name: String(p.FunctionName).split('-').slice(2).join('-') || p.FunctionName,
      functionName: p.FunctionName,
      arn,
      folder: assets(p.Code.S3Key),
      handler: p.Handler,
      environment: p.Environment?.Variables ?? {},
      memory: p.MemorySize ?? 128,
      timeout: p.Timeout ?? 3,
      retries: async?.MaximumRetryAttempts ?? 2,
      onFailure: async?.DestinationConfig?.OnFailure?.Destination,
    };
  }

  /** A function named by name or by ARN. */
  private functionArn(named: string): string {
    const found = this.of('AWS::Lambda::Function').find(([id, r]) =>
      [this.ref(id, r), this.attribute(id, r, 'Arn')].includes(named),
    );
    if (!found) throw new Error(`the template has no function ${named}`);
    return this.attribute(...found, 'Arn');
  }

  private routes(): RouteSpec[] {
    const integrations = new Map(this.each('AWS::ApiGatewayV2::Integration', (p, _, ref) => [ref, p] as const));
    const authorizers = new Map(this.each('AWS::ApiGatewayV2::Authorizer', (p, _, ref) => [ref, p] as const));
    return this.each('AWS::ApiGatewayV2::Route', (p) => {
      const [method = '', path = ''] = String(p.RouteKey).split(' ');
      const integration = integrations.get(String(p.Target).split('/')[1] ?? '');
      const jwt = authorizers.get(p.AuthorizerId)?.JwtConfiguration;
      return {
        method,
        path,
        functionArn: String(integration?.IntegrationUri),
        authorizer: p.AuthorizationType === 'JWT' ? { issuer: jwt.Issuer, audience: jwt.Audience } : undefined,
      };
    });
  }

  private site(config: Properties): SiteSpec {
    const origins = new Map<string, Properties>(config.Origins.map((o: Properties) => [o.Id, o]));
    const api = (b: Properties) => /execute-api/.test(origins.get(b.TargetOriginId)?.DomainName ?? '');
    const files = config.DefaultCacheBehavior;
    const first = files.FunctionAssociations?.find((f: Properties) => f.EventType === 'viewer-request');
    const byId = (id: string) => this.template.Resources[id]?.Properties as Properties | undefined;
    const rewrite = first && byId(String(first.FunctionARN).split('.')[0] ?? '')?.FunctionCode;
    const headersBy = (b: Properties) => {
      const policy = byId(b.ResponseHeadersPolicyId)?.ResponseHeadersPolicyConfig;
      return policy ? headersOf(this.resolve(policy)) : {};
    };
    const behaviors: Properties[] = config.CacheBehaviors ?? [];
    return {
      toApi: behaviors.filter(api).map((b) => b.PathPattern),
      rewrite,
      headers: headersBy(files),
      others: behaviors.filter((b) => !api(b)).map((b) => ({ pattern: b.PathPattern, headers: headersBy(b) })),
      root: config.DefaultRootObject ?? '',
    };
  }
}

const queueOf = (p: Properties, arn: string): QueueSpec => ({
  name: arn.split(':').at(-1) ?? '',
  arn,
  visibility: p.VisibilityTimeout ?? 30,
  retention: p.MessageRetentionPeriod ?? 345_600,
  delay: p.DelaySeconds ?? 0,
  redrive: p.RedrivePolicy && { arn: p.RedrivePolicy.deadLetterTargetArn, times: p.RedrivePolicy.maxReceiveCount },
});

const bucketOf = (p: Properties): Pick<BucketSpec, 'cors' | 'notifications'> => {
  const rules: Properties[] = p.CorsConfiguration?.CorsRules ?? [];
  const told: Properties[] = p.NotificationConfiguration?.QueueConfigurations ?? [];
  const prefixOf = (t: Properties) =>
    t.Filter?.S3Key.Rules.find((r: Properties) => r.Name.toLowerCase() === 'prefix')?.Value ?? '';
  return {
    cors: { origins: rules.flatMap((r) => r.AllowedOrigins), methods: rules.flatMap((r) => r.AllowedMethods) },
    notifications: told.map((t) => ({ queue: t.Queue, prefix: prefixOf(t) })),
  };
};

const mappingOf = (p: Properties, functionArn: string): MappingSpec => ({
  source: p.EventSourceArn,
  functionArn,
  batchSize: p.BatchSize ?? 10,
  concurrency: p.ParallelizationFactor ?? p.ScalingConfig?.MaximumConcurrency ?? 1,
  bisect: p.BisectBatchOnFunctionError ?? false,
  retries: p.MaximumRetryAttempts ?? -1,
  partialFailures: (p.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
  onFailure: p.DestinationConfig?.OnFailure?.Destination,
  filters: (p.FilterCriteria?.Filters ?? []).map((f: Properties) => JSON.parse(f.Pattern)),
});

const scheduleOf = (p: Properties, name: string): ScheduleSpec => ({
  group: p.GroupName ?? 'default',
  name,
  expression: p.ScheduleExpression,
  zone: p.ScheduleExpressionTimezone ?? 'UTC',
  target: { arn: p.Target.Arn, input: p.Target.Input ?? '{}', deadLetters: p.Target.DeadLetterConfig?.Arn },
});

const headersOf = ({ SecurityHeadersConfig: s = {}, CustomHeadersConfig: c = {} }: Properties) => {
  const hsts = s.StrictTransportSecurity;
  const own = (c.Items ?? []).map((i: Properties) => [i.Header.toLowerCase(), i.Value]);
  return Object.fromEntries([
    ...(s.ContentSecurityPolicy ? [['content-security-policy', s.ContentSecurityPolicy.ContentSecurityPolicy]] : []),
    ...(s.ContentTypeOptions ? [['x-content-type-options', 'nosniff']] : []),
    ...(s.FrameOptions ? [['x-frame-options', s.FrameOptions.FrameOption]] : []),
    ...(s.ReferrerPolicy ? [['referrer-policy', s.ReferrerPolicy.ReferrerPolicy]] : []),
    ...(hsts
      ? [
          [
            'strict-transport-security',
            `max-age=${hsts.AccessControlMaxAgeSec}${hsts.IncludeSubdomains ? '; includeSubDomains' : ''}`,
          ],
        ]
      : []),
    ...own,
  ]) as Record<string, string>;
};
