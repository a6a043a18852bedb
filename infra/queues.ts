import { Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { accept } from './nag.ts';

const common = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(14) };

/** A queue for what failed for good, with an alarm as soon as anything is in it. */
export const deadLetters = (scope: Construct, id: string, alarms: Alarms, impact: string): sqs.Queue => {
  const queue = new sqs.Queue(scope, id, common);
  accept(queue, 'SQS3', 'Is itself where failures end; its alarm calls a person.');
  alarms.depth(queue, id, impact);
  return queue;
};

/** A queue whose messages move to `failed` after being received `times` times, one every `visibility`. */
export const workQueue = (
  scope: Construct,
  id: string,
  failed: sqs.Queue,
  times: number,
  visibility: Duration,
): sqs.Queue =>
  new sqs.Queue(scope, id, {
    ...common,
    visibilityTimeout: visibility,
    deadLetterQueue: { queue: failed, maxReceiveCount: times },
  });
