import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ZONE } from '../shared/time.ts';
import type { Alarms } from './alarms.ts';
import { arnHere, type KoraFunction, type Offer } from './kora-function.ts';
import { deadLetters } from './queues.ts';
import type { Settings } from './settings.ts';

/** Time: one-off schedules that functions set and clear while running, and the sweeper's round. */
export class Schedules extends Construct {
  readonly setClocks: Offer;
  private readonly group: string;
  private readonly missed: Queue;

  constructor(scope: Construct, settings: Settings, alarms: Alarms, clocks: KoraFunction) {
    super(scope, 'Schedules');
    this.group = `kora-${settings.stage}`;
    const group = new CfnScheduleGroup(this, 'Group', { name: this.group });
    this.node.addDependency(group);
    this.missed = deadLetters(
      this,
      'MissedDeadlines',
      alarms,
      'Deadlines that passed without effect: cases wait without reminder or escalation. Each message names its case.',
    );
    this.setClocks = this.clocksOf('ClockRole', clocks);
  }

  /** The right to set and clear clocks that one function answers. */
  clocksOf(roleId: string, clocks: KoraFunction): Offer {
    const role = this.roleFor(roleId, clocks);
    this.retryAsync(clocks);
    return {
      allow: [
        {
          actions: ['scheduler:CreateSchedule', 'scheduler:DeleteSchedule'],
          resources: [arnHere(Stack.of(this), 'scheduler', 'schedule', `${this.group}/*`)],
        },
        {
          actions: ['iam:PassRole'],
          resources: [role.roleArn],
          conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
        },
      ],
      environment: {
        CLOCK_FUNCTION_ARN: clocks.functionArn,
        SCHEDULE_GROUP: this.group,
        SCHEDULE_ROLE_ARN: role.roleArn,
        SCHEDULE_DLQ_ARN: this.missed.queueArn,
      },
      accepted: [
        {
          rule: `IAM5[Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${this.group}/*]`,
          reason: 'One-off schedules get their names while running; the group is this stack’s own.',
        },
      ],
    };
  }

  /** Scheduler's own role: it may call this one function, and put aside what it could not deliver. */
  private roleFor(id: string, fn: KoraFunction): Role {
    const account = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const role = new Role(this, id, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: account }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [fn.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.missed.queueArn] }));
    return role;
  }

  /** Scheduler hands over and forgets: what then fails in the function is retried by Lambda, and put aside here. */
  private retryAsync(fn: KoraFunction): void {
    fn.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: new SqsDestination(this.missed),
    });
  }

  /** Calls the function again and again, when an expression of Scheduler's says, by the wall clock of Asia/Shanghai. */
  call(expression: string, name: string, fn: KoraFunction): void {
    new CfnSchedule(this, `${name}Round`, {
      groupName: this.group,
      description: `Calls ${name}: ${expression}`,
      scheduleExpression: expression,
      scheduleExpressionTimezone: ZONE,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: fn.functionArn,
        roleArn: this.roleFor(`${name}RoundRole`, fn).roleArn,
        input: '{}',
        deadLetterConfig: { arn: this.missed.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 2 },
      },
    });
    fn.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(5) });
  }
}
