import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { RouteRow } from './functions.ts';
import type { KoraFunction } from './kora-function.ts';
import { logGroup } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

/** Which route, how it went, how long it took. Neither path nor address: receipts stand in paths. */
const LOGGED = {
  time: '$context.requestTime',
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API; its routes come from the functions' own route tables. */
export class Api extends Construct {
  readonly http: apigw.HttpApi;
  private readonly taken = new Set<string>();

  constructor(scope: Construct, settings: Settings, alarms: Alarms) {
    super(scope, 'Api');
    this.http = new apigw.HttpApi(this, 'Http', {
      apiName: `kora-${settings.stage}`,
      createDefaultStage: false,
      corsPreflight: settings.siteUrl ? corsFor(new URL(settings.siteUrl).origin) : undefined,
    });
    new apigw.HttpStage(this, 'Stage', {
      httpApi: this.http,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        // Groups under this prefix need no entry of their own in the account's log policy, which holds few.
        destination: new apigw.LogGroupLogDestination(
          logGroup(this, 'Logs', settings, `/aws/vendedlogs/kora/${settings.stage}/api`),
        ),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    alarms.serverErrors(this.http.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }));
  }

  authorizer({ issuer, audience }: SignIn): HttpJwtAuthorizer {
    return new HttpJwtAuthorizer('Staff', issuer, { jwtAudience: [audience] });
  }

  /** Leads a function's routes to it; `staff` routes stand behind the authorizer. */
  addRoutes(name: string, fn: KoraFunction, routes: RouteRow[], staff: HttpJwtAuthorizer): void {
    const integration = new HttpLambdaIntegration(name, fn, { scopePermissionToRoute: false });
    for (const row of routes) {
      this.claim(`${row.method} ${row.path}`);
      const authorizer = row.access === 'staff' ? staff : undefined;
      const made = this.http.addRoutes({
        path: row.path,
        methods: [apigw.HttpMethod[row.method]],
        integration,
        authorizer,
      });
      if (row.access === 'public') for (const route of made) accept(route, 'APIG4', `Public by design: ${row.summary}`);
    }
  }

  private claim(key: string): void {
    if (this.taken.has(key)) throw new Error(`two functions claim the route ${key}`);
    this.taken.add(key);
  }
}

const corsFor = (origin: string): apigw.CorsPreflightOptions => ({
  allowOrigins: [origin],
  allowMethods: [
    apigw.CorsHttpMethod.GET,
    apigw.CorsHttpMethod.POST,
    apigw.CorsHttpMethod.PUT,
    apigw.CorsHttpMethod.DELETE,
  ],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'accept-language'],
  exposeHeaders: ['location', 'retry-after'],
  maxAge: Duration.hours(1),
});

/**
 * The patterns under which the site passes requests on to the API: each first segment, what is below it, or both in one
 * (`/cases*`), since a distribution takes only so many.
 */
export const pathPatterns = (paths: string[]): string[] => {
  const segments = Map.groupBy(paths, (path) => `/${path.split('/')[1]}`);
  return [...segments]
    .map(
      ([first, all]) =>
        `${first}${suffix(
          all.includes(first),
          all.some((p) => p !== first),
        )}`,
    )
    .sort();
};

const suffix = (itself: boolean, below: boolean): string => {
  if (!below) return '';
  return itself ? '*' : '/*';
};
