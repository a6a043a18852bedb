import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from './env.ts';

/** The table whose records a function moves, and the one client of the process. */
const tableEnv = environment(
  z.object({ TABLE_NAME: z.string().min(1), DIRECTORY_TABLE: z.string().min(1).optional() }),
);

/** The table of what a function's capability keeps. */
export const recordsTable = (): string => tableEnv().TABLE_NAME;

/** The table of units, people and routes: the same one, unless a function's records have a table of their own. */
export const directoryTable = (): string => tableEnv().DIRECTORY_TABLE ?? recordsTable();

const client = new DynamoDBClient({ maxAttempts: 6 });

export const table = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

/** An item as it comes from the table, before its schema has seen it. */
export type Item = { [attribute: string]: unknown };

/** Whether a conditional write was refused by its condition. */
export const refusedByCondition = (e: unknown): e is ConditionalCheckFailedException =>
  e instanceof ConditionalCheckFailedException;

/** Which of a transaction's writes were refused by their conditions; undefined for any other error. */
export const refusedInTransaction = (e: unknown): boolean[] | undefined =>
  e instanceof TransactionCanceledException
    ? e.CancellationReasons?.map((r) => r.Code === 'ConditionalCheckFailed')
    : undefined;

/** Whether a single write met a transaction on the same item: nothing was written, and it may be tried again. */
export const metTransaction = (e: unknown): boolean => e instanceof TransactionConflictException;
