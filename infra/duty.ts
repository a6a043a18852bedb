import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { KoraFunction, Offer } from './kora-function.ts';
import { deadLetters, workQueue } from './queues.ts';

/** Six times the worker's timeout, as Lambda asks for. */
const VISIBILITY = Duration.minutes(6);
/** Tries before the units of a message are put aside: more than two hours. */
const TRIES = 24;

/** The queue between the moment at which many units hand over and the functions that do it, some units each. */
export class Duty extends Construct {
  readonly queue: Queue;
  readonly enqueue: Offer;

  constructor(scope: Construct, alarms: Alarms) {
    super(scope, 'Duty');
    const failed = deadLetters(
      this,
      'FailedHandOvers',
      alarms,
      'Communities whose week could not be handed over: nobody is on duty there. Redrive the messages; each week is frozen once.',
    );
    this.queue = workQueue(this, 'Queue', failed, TRIES, VISIBILITY);
    alarms.waiting(
      this.queue,
      'Communities have been waiting for their hand-over for more than half an hour; their new duty secretaries are not told.',
      'duty-waiting',
    );
    this.enqueue = {
      allow: [{ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }],
      environment: { DUTY_QUEUE_URL: this.queue.queueUrl },
    };
  }

  /** Works the queue off, few messages a call, many calls at once. */
  workWith(worker: KoraFunction): void {
    worker.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 50 }),
    );
  }
}
