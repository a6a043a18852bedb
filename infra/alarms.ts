import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { removal } from './logs.ts';
import type { Settings } from './settings.ts';

interface Watch {
  metric: cloudwatch.IMetric;
  /** In the metric's unit; the alarm goes off at it or above. */
  threshold: number;
  /** What people notice, and what to do where that is not plain. */
  impact: string;
  periods?: number;
  missing?: cloudwatch.TreatMissingData;
}

const FIVE_MINUTES = Duration.minutes(5);

/** Every alarm says what its going off means for people; all of them go to one topic. */
export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly settings: Settings;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'Alarms');
    this.settings = settings;
    // CloudWatch cannot publish to a topic under the key that AWS manages for SNS.
    const key = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Alarms',
      removalPolicy: removal(settings),
    });
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
    this.topic = new Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
    // A topic with a policy of its own has lost the one that let its account publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (settings.alarmEmail) this.topic.addSubscription(new EmailSubscription(settings.alarmEmail));
  }

  errors(fn: IFunction, name: string, impact: string): void {
    this.watch(`${name}-errors`, { metric: fn.metricErrors({ period: FIVE_MINUTES }), threshold: 1, impact });
  }

  depth(queue: Queue, name: string, impact: string): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: 'Maximum' });
    this.watch(`${name}-depth`, { metric, threshold: 1, impact });
  }

  waiting(queue: Queue, impact: string, id = 'mail-waiting'): void {
    const metric = queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: 'Maximum' });
    this.watch(id, { metric, threshold: Duration.minutes(30).toSeconds(), impact });
  }

  iteratorAge(fn: IFunction, of = ''): void {
    const metric = fn.metric('IteratorAge', { period: FIVE_MINUTES, statistic: 'Maximum' });
    const impact = 'What follows from a step (routing, mail, deadlines) is more than ten minutes behind.';
    this.watch(`${of && `${of}-`}stream-age`, { metric, threshold: Duration.minutes(10).toMilliseconds(), impact });
  }

  /** `OutboxAge` is written by the sweeper at every round, zero where nothing waits; silence means that it does not run. */
  outboxAge(of = ''): void {
    const dimensionsMap = { service: `kora-${this.settings.stage}${of && `-${of}`}` };
    const metric = new cloudwatch.Metric({
      namespace: 'Kora',
      metricName: 'OutboxAge',
      dimensionsMap,
      period: FIVE_MINUTES,
      statistic: 'Maximum',
    });
    const impact =
      'A step has waited half an hour for its effects although the sweeper tried, or the sweeper itself does not run.';
    const missing = cloudwatch.TreatMissingData.BREACHING;
    this.watch(`${of && `${of}-`}outbox-age`, {
      metric,
      threshold: Duration.minutes(30).toSeconds(),
      impact,
      periods: 3,
      missing,
    });
  }

  serverErrors(metric: cloudwatch.IMetric): void {
    this.watch('api-errors', {
      metric,
      threshold: 5,
      impact: 'Requests to the site’s API fail; reporters and staff see an error page.',
    });
  }

  private watch(
    name: string,
    { metric, threshold, impact, periods = 1, missing = cloudwatch.TreatMissingData.NOT_BREACHING }: Watch,
  ): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `kora-${this.settings.stage}-${name}`,
      alarmDescription: impact,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: missing,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
