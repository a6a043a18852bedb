import { Aws, CfnParameter, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { KoraFunction, Offer } from './kora-function.ts';
import { removal } from './logs.ts';
import { accept } from './nag.ts';
import { deadLetters, workQueue } from './queues.ts';
import type { Settings } from './settings.ts';

/** Six times the timeout of the function that looks at photos, as Lambda asks for. */
const VISIBILITY = Duration.minutes(6);
/** Tries before a photo is put aside: about two hours. */
const TRIES = 20;

/** What nobody could look at goes after a long weekend: it holds what photos tell of their senders. */
const UNSEEN = Duration.days(4);

/** Named, not made up at deployment: the site's policy names it, and it names the site, so neither can wait for the other. */
const nameIn = ({ stage }: Settings): string => `kora-${stage}-photos-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

/** Where browsers send photos to and get them from. On one machine the address is known to who runs the template. */
export const photosOrigin = (stack: Stack, settings: Settings): string =>
  settings.local
    ? new CfnParameter(stack, 'LocalObjectsOrigin', { default: 'http://127.0.0.1:4101' }).valueAsString
    : `https://${nameIn(settings)}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`;

interface PhotosProps {
  settings: Settings;
  alarms: Alarms;
  siteUrl: string;
  origin: string;
}

/**
 * Photos: a private bucket that browsers reach only by forms and addresses that a function has signed. What arrives is told
 * to a queue, and looked at by one function; nobody else can read it before.
 */
export class Photos extends Construct {
  readonly announce: Offer;
  readonly check: Offer;
  readonly show: Offer;
  private readonly bucket: s3.Bucket;
  private readonly arrived: Queue;

  constructor(scope: Construct, { settings, alarms, siteUrl, origin }: PhotosProps) {
    super(scope, 'Photos');
    const key = settings.prod
      ? new Key(this, 'Key', { enableKeyRotation: true, description: 'Photos', removalPolicy: removal(settings) })
      : undefined;
    this.bucket = this.makeBucket(settings, siteUrl, key);
    this.arrived = this.makeQueue(alarms, nameIn(settings));
    const environment = { PHOTOS_BUCKET: this.bucket.bucketName, PHOTOS_ORIGIN: origin };
    const may = (name: 'announce' | 'check', ...rights: [action: string, prefix: string][]): Offer => ({
      allow: [
        ...rights.map(([action, prefix]) => ({
          actions: [`s3:${action}`],
          resources: [this.bucket.arnForObjects(`${prefix}/*`)],
        })),
        ...(key ? [{ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.keyArn] }] : []),
        ...(name === 'check' ? [this.seeWhatIsThere()] : []),
      ],
      environment,
      accepted: [...new Set(rights.map(([, prefix]) => prefix))].map((prefix) => this.anyObject(prefix)),
    });
    this.announce = may('announce', ['PutObject', 'incoming'], ['GetObject', 'photos']);
    this.check = may('check', ['GetObject', 'incoming'], ['DeleteObject', 'incoming'], ['PutObject', 'photos']);
    this.show = { environment: { PHOTOS_ORIGIN: origin } };
  }

  /** No versions: what was taken out of a photo must not live on in an older one. */
  private makeBucket(settings: Settings, siteUrl: string, encryptionKey?: Key): s3.Bucket {
    const bucket = new s3.Bucket(this, 'Bucket', {
      bucketName: nameIn(settings),
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      ...(encryptionKey
        ? { encryption: s3.BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }
        : { encryption: s3.BucketEncryption.S3_MANAGED }),
      cors: [
        {
          allowedOrigins: [siteUrl],
          allowedMethods: [s3.HttpMethods.POST, s3.HttpMethods.GET],
          allowedHeaders: [],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        { id: 'never-looked-at', prefix: 'incoming/', expiration: UNSEEN },
        { id: 'half-sent', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...(settings.photoDays === undefined
          ? []
          : [{ id: 'kept-long-enough', prefix: 'photos/', expiration: Duration.days(settings.photoDays) }]),
      ],
      removalPolicy: removal(settings),
    });
    accept(
      bucket,
      'S1',
      'Its logs would hold the addresses of those who report; the functions log what became of photos.',
    );
    return bucket;
  }

  private makeQueue(alarms: Alarms, bucketName: string): Queue {
    const failed = deadLetters(
      this,
      'FailedPhotos',
      alarms,
      'Photos that could not be looked at for two hours: nobody sees them. Redrive the messages within four days of their arrival.',
    );
    const queue = workQueue(this, 'Arrived', failed, TRIES, VISIBILITY);
    alarms.waiting(queue, 'Photos have been waiting for more than half an hour to be looked at.', 'photos-waiting');
    const bucketArn = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource: bucketName });
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': bucketArn },
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        },
      }),
    );
    const bucket = this.bucket.node.defaultChild as s3.CfnBucket;
    bucket.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: 'incoming/' }] } },
        },
      ],
    };
    const policy = queue.node.findChild('Policy').node.defaultChild;
    if (policy instanceof CfnResource) bucket.addResourceDependency(policy); // the bucket tries whether it may tell the queue
    return queue;
  }

  /** Without the right to list, an object that is gone would be answered as forbidden. */
  private seeWhatIsThere() {
    const conditions = { StringLike: { 's3:prefix': 'incoming/*' } };
    return { actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn], conditions };
  }

  private anyObject(prefix: string): { rule: string; reason: string } {
    const id = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as s3.CfnBucket);
    return {
      rule: `IAM5[Resource::<${id}.Arn>/${prefix}/*]`,
      reason: 'Photos are named after the case they belong to, which is known only while running.',
    };
  }

  /** Looks at what arrives, few at once: unpacking a picture takes memory, not time. */
  checkWith(fn: KoraFunction): void {
    fn.addEventSource(
      new SqsEventSource(this.arrived, { batchSize: 2, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
  }
}
