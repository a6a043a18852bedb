import { Duration, SecretValue, Stack } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as ses from 'aws-cdk-lib/aws-ses';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { arnHere, type KoraFunction, type Offer } from './kora-function.ts';
import { deadLetters, workQueue } from './queues.ts';
import type { Settings } from './settings.ts';

/** Six times the mailer's timeout, as Lambda asks for. */
const VISIBILITY = Duration.minutes(3);
/** Tries before a mail is put aside: two hours of a mail service that is down lose nothing. */
const TRIES = 40;

/** The queue between what decides on a mail and the one function that sends it. */
export class Mail extends Construct {
  readonly queue: Queue;
  readonly enqueue: Offer;
  readonly send: Offer;

  constructor(scope: Construct, settings: Settings, alarms: Alarms) {
    super(scope, 'Mail');
    const failed = deadLetters(
      this,
      'FailedMail',
      alarms,
      'Mail that could not be sent for two hours: somebody was not told of a case. Redrive it once mail works.',
    );
    this.queue = workQueue(this, 'Queue', failed, TRIES, VISIBILITY);
    alarms.waiting(
      this.queue,
      'Mail to staff has been waiting for more than half an hour; nobody is told of new cases.',
    );
    this.enqueue = {
      allow: [{ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }],
      environment: { MAIL_QUEUE_URL: this.queue.queueUrl },
    };
    this.send = settings.mailTransport === 'smtp' ? bySmtp(settings) : this.bySes(settings);
  }

  private bySes({ local, mailDomain, mailFrom }: Settings): Offer {
    if (mailDomain && !local) new ses.EmailIdentity(this, 'Identity', { identity: ses.Identity.domain(mailDomain) });
    const identity = arnHere(Stack.of(this), 'ses', 'identity', mailFrom.split('@')[1] ?? '');
    return {
      allow: [{ actions: ['ses:SendEmail', 'ses:SendRawEmail'], resources: [identity] }],
      environment: { MAIL_TRANSPORT: 'ses', MAIL_FROM: mailFrom },
    };
  }

  /** Sends what is queued, a batch at a time; few at once, so that a burst stays under the mail service's rate. */
  sendWith(mailer: KoraFunction): void {
    mailer.addEventSource(
      new SqsEventSource(this.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 4 }),
    );
  }
}

/** The whole address with its password comes from the secret when the stack is deployed. */
const bySmtp = ({ smtpSecret = '', mailFrom }: Settings): Offer => ({
  environment: {
    MAIL_TRANSPORT: 'smtp',
    MAIL_FROM: mailFrom,
    SMTP_URL: SecretValue.secretsManager(smtpSecret).unsafeUnwrap(),
  },
});
