import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Duration, Fn, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { logGroup, removal } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './sign-in.ts';

const DIST = 'web/dist';
const PLACEHOLDER = '.build/site';

/** `/help/` and `/help` are the file `/help/index.html`. */
const INDEX_OF_FOLDER = `function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') request.uri += 'index.html';
  else if (last.indexOf('.') < 0) request.uri += '/index.html';
  return request;
}
`;

const ONE_YEAR = Duration.days(365);

const ASSETS = 'assets/*';

/** Scripts and sheets have their content in their name: a browser asks for each once. Old ones stay for pages that are open. */
const NAMED_BY_CONTENT: Partial<BucketDeploymentProps> = {
  ...{ exclude: ['*'], include: [ASSETS], prune: false },
  cacheControl: [CacheControl.maxAge(ONE_YEAR), CacheControl.immutable()],
};

/** Pages that no browser is to keep: those of tip-offs, the sender's in every language and the officers' on the desk. */
const KEPT_NOWHERE = '*/tip*';

/** The public site and the desk: static files in a private bucket, and the API under the same address. */
export class Web extends Construct {
  readonly url: string;
  private readonly bucket: s3.Bucket;
  private readonly distribution: cloudfront.Distribution;

  constructor(scope: Construct, { settings, apiEndpoint, apiPatterns, origins, photos }: WebProps) {
    super(scope, 'Web');
    this.bucket = new s3.Bucket(this, 'Files', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: removal(settings),
    });
    accept(this.bucket, 'S1', 'Holds only what the site publishes, and only CloudFront reads it.');
    const toApi = passedOn(apiEndpoint);
    const files = this.files();
    const headers = this.headers('Headers', { connect: [...origins, photos], images: [photos] });
    const kept = this.headers('NothingKept', { connect: origins, images: [] }, [
      { header: 'cache-control', value: 'no-store', override: true },
    ]);
    const nothingKept = { ...files, responseHeadersPolicy: kept };
    this.distribution = new cloudfront.Distribution(this, 'Site', {
      comment: `kora ${settings.stage}`,
      defaultRootObject: 'index.html',
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      webAclId: settings.webAcl,
      ...this.ownDomain(settings),
      defaultBehavior: { ...files, responseHeadersPolicy: headers },
      additionalBehaviors: Object.fromEntries([
        ...apiPatterns.map((pattern) => [pattern, toApi]),
        [KEPT_NOWHERE, nothingKept], // last: addresses of the API come first
      ]),
    });
    this.url = `https://${settings.siteDomain ?? this.distribution.distributionDomainName}`;
    this.acceptFindings(settings);
  }

  private ownDomain({ siteDomain, siteCertificate }: Settings) {
    if (!siteDomain || !siteCertificate) return {};
    return {
      domainNames: [siteDomain],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', siteCertificate),
    };
  }

  private files(): cloudfront.BehaviorOptions {
    const code = cloudfront.FunctionCode.fromInline(INDEX_OF_FOLDER);
    const index = new cloudfront.Function(this, 'IndexOfFolder', { code, runtime: cloudfront.FunctionRuntime.JS_2_0 });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        // without the right to list, a file that is not there would be answered as forbidden
        originAccessLevels: [cloudfront.AccessLevel.READ, cloudfront.AccessLevel.LIST],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [{ function: index, eventType: cloudfront.FunctionEventType.VIEWER_REQUEST }],
    };
  }

  private headers(
    id: string,
    origins: Origins,
    more: cloudfront.ResponseCustomHeader[] = [],
  ): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, id, {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(origins), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: ONE_YEAR, includeSubdomains: true, override: true },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(self)', override: true },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
          ...more,
        ],
      },
    });
  }

  private acceptFindings(settings: Settings): void {
    accept(this.distribution, 'CFR1', 'People report from wherever they are; nobody is shut out by country.');
    accept(
      this.distribution,
      'CFR3',
      'Its logs hold whole paths and addresses, and receipts stand in paths; the API logs route keys instead.',
    );
    if (!settings.webAcl)
      accept(
        this.distribution,
        'CFR2',
        'A stage’s choice (context webAcl); public forms have their own limits in code.',
      );
    if (!settings.siteCertificate)
      accept(this.distribution, 'CFR4', 'CloudFront’s own domain fixes this; prod brings a domain and certificate.');
  }

  /** Puts the built site and what it must know at run time into the bucket. */
  publish(settings: Settings, signIn: SignIn): void {
    const config = { issuer: signIn.issuer, clientId: signIn.audience, api: '', stage: settings.stage };
    const site = Source.asset(builtSite());
    const common = {
      ...{ destinationBucket: this.bucket, memoryLimit: 512, retainOnDelete: settings.prod },
      logGroup: logGroup(this, 'PublishLogs', settings, `/kora/${settings.stage}/publish`),
    };
    const assets = new BucketDeployment(this, 'PublishAssets', { ...common, ...NAMED_BY_CONTENT, sources: [site] });
    const pages = new BucketDeployment(this, 'Publish', {
      ...common,
      sources: [site, Source.jsonData('config.json', config)],
      exclude: [ASSETS],
      distribution: this.distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(assets); // no page before what it is made of
    acceptPublisher(pages, this.bucket);
  }
}

interface WebProps {
  settings: Settings;
  /** `https://<id>.execute-api…`, without a path. */
  apiEndpoint: string;
  apiPatterns: string[];
  /** Further origins that pages may connect to: the sign-in's. */
  origins: string[];
  /** Where photos are sent and shown from. */
  photos: string;
}

/** What pages reach besides their own origin. */
interface Origins {
  connect: string[];
  images: string[];
}

/** The built site, or a line in its place where nobody has built it yet. */
const builtSite = (): string => {
  if (existsSync(DIST)) return DIST;
  mkdirSync(PLACEHOLDER, { recursive: true });
  writeFileSync(
    `${PLACEHOLDER}/index.html`,
    '<!doctype html><title>Kora</title><p>The site has not been built yet.</p>\n',
  );
  return PLACEHOLDER;
};

const contentSecurityPolicy = ({ connect, images }: Origins): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${["'self'", 'data:', 'blob:', ...images].join(' ')}`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Requests to the API go through unchanged and are never kept. */
const passedOn = (apiEndpoint: string): cloudfront.BehaviorOptions => ({
  origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiEndpoint)), {
    originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
  }),
  viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
  cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
  originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
});

/** What CDK's copying function is given by CDK itself, and why that may stand. */
const acceptPublisher = ({ handlerRole }: BucketDeployment, bucket: s3.Bucket): void => {
  const logs = 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]';
  accept(handlerRole, logs, 'CDK’s own function, which runs only while deploying; CDK fixes its role.');
  const bucketId = Stack.of(bucket).getLogicalId(bucket.node.defaultChild as s3.CfnBucket);
  const assets = 'arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*';
  const wildcards = [
    ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map((action) => `Action::s3:${action}`),
    ...[assets, `<${bucketId}.Arn>/*`].map((resource) => `Resource::${resource}`),
  ];
  for (const w of wildcards)
    accept(
      handlerRole,
      `IAM5[${w}]`,
      'It copies whatever files the site has from CDK’s assets to the site’s bucket, and nothing else.',
    );
  accept(
    handlerRole,
    'IAM5[Resource::*]',
    'Asks CloudFront to forget old files; CDK does not narrow it to the distribution.',
  );
  if (handlerRole.node.scope) accept(handlerRole.node.scope, 'L1', 'CDK chooses the runtime of its own function.');
};
