import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Accepts one finding of AwsSolutions on a construct and all below it; the reason is for whoever audits the stack. */
export const accept = (on: IConstruct, rule: string, reason: string): void =>
  Validations.of(on).acknowledge({ id: `AwsSolutions-${rule}`, reason });
