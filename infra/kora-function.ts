import { Duration, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { BUILT } from './built.ts';
import type { FunctionName, FunctionRow } from './functions.ts';
import { logGroup } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';

/** A permission and the environment that goes with it: a function gets both or neither. */
export interface Offer {
  allow?: { actions: string[]; resources: string[]; conditions?: Record<string, unknown> }[];
  environment?: Record<string, string>;
  /** Findings that come with the permission, and why they stand. */
  accepted?: { rule: string; reason: string }[];
}

export interface KoraFunctionProps extends FunctionRow {
  name: FunctionName;
  settings: Settings;
  alarms: Alarms;
  offers: Offer[];
}

/** The one way a function is made here: its own role, its own log group, an alarm that says what its failure means. */
export class KoraFunction extends lambda.Function {
  constructor(scope: Construct, { name, settings, alarms, offers, ...row }: KoraFunctionProps) {
    const parts = new Construct(scope, `${name}Parts`);
    const logs = logGroup(parts, 'Logs', settings, `/kora/${settings.stage}/${name}`);
    const role = new Role(parts, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);
    for (const { allow = [], accepted = [] } of offers) {
      for (const statement of allow) role.addToPolicy(new PolicyStatement(statement));
      for (const { rule, reason } of accepted) accept(role, rule, reason);
    }
    super(scope, name, {
      functionName: `kora-${settings.stage}-${name}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(`${BUILT}/${name}`),
      handler: 'index.handler',
      role,
      memorySize: row.memory,
      timeout: Duration.seconds(row.timeout),
      logGroup: logs,
      loggingFormat: lambda.LoggingFormat.JSON,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      tracing: settings.tracing ? lambda.Tracing.ACTIVE : undefined,
      environment: Object.assign(common(settings), ...offers.map((o) => o.environment)),
    });
    if (settings.tracing) accept(role, 'IAM5[Resource::*]', 'X-Ray takes trace segments for no particular resource.');
    alarms.errors(this, name, row.impact);
  }
}

/** What every function is told: under which name it counts, and how much the public forms take from one address. */
const common = ({ stage, local, publicLimit }: Settings): Record<string, string> => ({
  POWERTOOLS_METRICS_NAMESPACE: 'Kora',
  POWERTOOLS_SERVICE_NAME: `kora-${stage}`,
  LOG_LEVEL: local ? 'debug' : 'info',
  PUBLIC_LIMIT: String(publicLimit),
});

/** The ARN of something in this account and region, for what is made while running. */
export const arnHere = (stack: Stack, service: string, resource: string, resourceName: string): string =>
  stack.formatArn({ service, resource, resourceName });
