import { Effect, PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { KoraFunction, Offer } from './kora-function.ts';
import { removal } from './logs.ts';
import { accept } from './nag.ts';
import type { Settings } from './settings.ts';
import { Table } from './table.ts';

/** What reads or changes items, or takes them elsewhere to be read there. */
const DATA = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']
  .concat(['PartiQLSelect', 'PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete'])
  .concat(['CreateBackup', 'RestoreTableToPointInTime', 'ExportTableToPointInTime'])
  .map((action) => `dynamodb:${action}`);

/**
 * Tip-offs: a table with a key of its own in every stage and a secret of its own. Nothing else in the stack has a right on
 * them, and the table itself refuses everybody but its own functions, administrators of the account included.
 */
export class Tips extends Construct {
  readonly table: Table;
  readonly read: Offer;
  readonly receipts: Offer;

  constructor(scope: Construct, settings: Settings) {
    super(scope, 'Tips');
    this.table = new Table(this, settings, { id: 'Data', holds: 'Tip-offs', ownKey: true, restoreDays: 7 });
    const { allow, environment } = this.table.read;
    // Their sweeper counts under a name of its own, so that its silence is noticed too.
    this.read = { allow, environment: { ...environment, POWERTOOLS_SERVICE_NAME: `kora-${settings.stage}-tips` } };
    const secret = new Secret(this, 'Secret', {
      description: 'Turns receipts of tip-offs into their ids; losing or changing it loses every one',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: removal(settings),
    });
    accept(secret, 'SMG4', 'A receipt is the only way back to a tip-off; a new secret would close it for all.');
    this.receipts = { environment: { TIP_SECRET: secret.secretValue.unsafeUnwrap() } };
  }

  /** Refuses the data to all but these functions. The policy can be taken off again only by a change that CloudTrail keeps. */
  refuseOthers(own: KoraFunction[]): void {
    const roles = own.flatMap(({ role }) => (role ? [role.roleArn] : []));
    this.table.table.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OnlyTips',
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: DATA,
        resources: ['*'], // this table and its indexes: a policy cannot name the table that it is part of
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': roles } },
      }),
    );
  }
}
