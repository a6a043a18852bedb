/** What the synthesized template says, in the terms of this machine. Everything that runs here is read from it. */
export interface LocalStack {
  functions: FunctionSpec[];
  routes: RouteSpec[];
  tables: TableSpec[];
  queues: QueueSpec[];
  mappings: MappingSpec[];
  groups: string[];
  schedules: ScheduleSpec[];
  keys: KeySpec[];
  buckets: BucketSpec[];
  site?: SiteSpec;
}

export interface FunctionSpec {
  /** `deliver`: what its log is called and how `kill` names it. */
  name: string;
  functionName: string;
  arn: string;
  folder: string;
  handler: string;
  environment: Record<string, string>;
  /** In MB. */
  memory: number;
  /** In seconds. */
  timeout: number;
  /** Of asynchronous invocations. */
  retries: number;
  onFailure?: string;
}

export interface AuthorizerSpec {
  issuer: string;
  audience: string[];
}

export interface RouteSpec {
  method: string;
  path: string;
  functionArn: string;
  authorizer?: AuthorizerSpec;
}

export interface TableSpec {
  name: string;
  arn: string;
  properties: Record<string, unknown>;
}

export interface QueueSpec {
  name: string;
  arn: string;
  /** In seconds, all three. */
  visibility: number;
  retention: number;
  delay: number;
  redrive?: { arn: string; times: number };
}

export interface MappingSpec {
  source: string;
  functionArn: string;
  batchSize: number;
  concurrency: number;
  bisect: boolean;
  /** -1: for ever. */
  retries: number;
  partialFailures: boolean;
  onFailure?: string;
  filters: unknown[];
}

export interface ScheduleSpec {
  group: string;
  name: string;
  expression: string;
  zone: string;
  target: { arn: string; input: string; deadLetters?: string };
}

export interface KeySpec {
  id: string;
  arn: string;
  logicalId: string;
}

export interface BucketSpec {
  name: string;
  arn: string;
  logicalId: string;
  /** Which pages of other origins may reach it, and how. */
  cors: { origins: string[]; methods: string[] };
  /** Queues that are told of new objects whose keys begin with `prefix`. */
  notifications: { queue: string; prefix: string }[];
}

export interface SiteSpec {
  /** Path patterns whose requests go to the API. */
  toApi: string[];
  /** Source of the function that sees each request for a file first. */
  rewrite?: string;
  headers: Record<string, string>;
  /** Files that are sent with other headers, by path pattern. */
  others: { pattern: string; headers: Record<string, string> }[];
  root: string;
}
