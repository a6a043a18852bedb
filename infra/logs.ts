import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** A log group with the stage's retention; in prod it outlives the stack, so that a removal can be looked into. */
export const logGroup = (scope: Construct, id: string, settings: Settings, logGroupName: string): LogGroup =>
  new LogGroup(scope, id, {
    logGroupName,
    retention: settings.logDays as RetentionDays,
    removalPolicy: removal(settings),
  });

/** What happens to something with data in it when it leaves the stack. */
export const removal = ({ prod }: Settings): RemovalPolicy => (prod ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
