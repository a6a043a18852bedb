import { Duration } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { indexes } from '../shared/keys.ts';
import type { Alarms } from './alarms.ts';
import type { KoraFunction, Offer } from './kora-function.ts';
import { removal } from './logs.ts';
import { accept } from './nag.ts';
import { deadLetters } from './queues.ts';
import type { Settings } from './settings.ts';

const string = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** How a table differs from the main one. */
export interface TableKind {
  id: string;
  /** What is in it, for whoever sees its key. */
  holds: string;
  /** A key of our own: in every stage, or in prod alone. */
  ownKey: boolean;
  /** How far back it can be restored, in days: what was deleted lives on for so long. */
  restoreDays?: number;
}

/** The one table, unless something has to stand apart. Its stream is the outbox. */
export class Table extends Construct {
  readonly table: dynamodb.Table;
  readonly read: Offer;
  readonly write: Offer;
  /** Units, people and the routes of tip-offs, for functions whose records stand in a table of their own. */
  readonly readDirectory: Offer;

  constructor(scope: Construct, settings: Settings, kind?: TableKind) {
    // Encryption with a key of AWS's own cannot be revoked or audited. Names and telephones of reporters deserve both, but
    // only real ones do: the key costs money every month, and a lost key is a lost table, so it is made for prod alone.
    const { id, holds, ownKey, restoreDays } = kind ?? {
      id: 'Data',
      holds: 'Cases and people',
      ownKey: settings.prod,
    };
    super(scope, id);
    const key = ownKey
      ? new Key(this, 'Key', { enableKeyRotation: true, description: holds, removalPolicy: removal(settings) })
      : undefined;
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: restoreDays },
      stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'expires',
      encryption: key ? dynamodb.TableEncryption.CUSTOMER_MANAGED : dynamodb.TableEncryption.DEFAULT,
      encryptionKey: key,
      deletionProtection: settings.prod,
      removalPolicy: removal(settings),
    });
    this.addIndexes();
    const names = Object.values(indexes).map((name) => `${this.table.tableArn}/index/${name}`);
    const keyUse = (...actions: string[]) => (key ? [{ actions, resources: [key.keyArn] }] : []);
    this.read = {
      allow: [
        { actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'], resources: [this.table.tableArn] },
        { actions: ['dynamodb:Query'], resources: names },
        ...keyUse('kms:Decrypt'),
      ],
      environment: { TABLE_NAME: this.table.tableName },
    };
    this.write = {
      allow: [
        {
          actions: ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'].map(
            (a) => `dynamodb:${a}`,
          ),
          resources: [this.table.tableArn],
        },
        ...keyUse('kms:Encrypt', 'kms:GenerateDataKey'),
      ],
    };
    this.readDirectory = {
      allow: [
        {
          actions: ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
          resources: [this.table.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['PERSON#*', 'UNIT#*', 'ROUTE#tip#*'] } },
        },
        ...keyUse('kms:Decrypt'),
      ],
      environment: { DIRECTORY_TABLE: this.table.tableName },
    };
  }

  private addIndexes(): void {
    const index = (indexName: string, pk: string, sk: string, ...nonKeyAttributes: string[]) =>
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: string(pk),
        sortKey: string(sk),
        ...(nonKeyAttributes.length > 0
          ? { projectionType: dynamodb.ProjectionType.INCLUDE, nonKeyAttributes }
          : { projectionType: dynamodb.ProjectionType.KEYS_ONLY }),
      });
    index(indexes.queue, 'queue', 'queueOrder', 'card', 'id', 'entity');
    index(indexes.area, 'area', 'areaOrder', 'facts', 'id');
    index(indexes.outbox, 'outbox', 'outboxAt');
  }

  /**
   * Wakes the function for every new image that waits in the outbox (the attribute `outbox`); what is to be looked at later is
   * the sweeper's. What fails in the function is counted beside its record, so that a batch comes again only where the table
   * itself does not answer, or the function is ended: then it is halved until what ends it is alone, and put aside.
   */
  deliverWith(fn: KoraFunction, alarms: Alarms, of = ''): void {
    const failed = deadLetters(
      this,
      `Failed${of}Deliveries`,
      alarms,
      'Steps at which delivery itself ended eight times; the sweeper tries them again, look for the cause.',
    );
    fn.addEventSource(
      new DynamoEventSource(this.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 25,
        parallelizationFactor: 2,
        bisectBatchOnError: true,
        retryAttempts: 8,
        maxRecordAge: Duration.hours(6),
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(failed),
        filters: [
          FilterCriteria.filter({ dynamodb: { NewImage: { outbox: { S: FilterRule.beginsWith('outbox-') } } } }),
        ],
      }),
    );
    if (fn.role)
      accept(
        fn.role,
        'IAM5[Resource::*]',
        'dynamodb:ListStreams knows no resources; reading is limited to this table’s stream.',
      );
    alarms.iteratorAge(fn, of.toLowerCase());
  }
}
