import { Logger } from '@aws-lambda-powertools/logger';

/**
 * Structured logs. What goes in: request ids, route keys, record ids, event names, codes, milliseconds.
 * What never does: names, telephones, addresses, receipts, free text, request bodies.
 */
export const log = new Logger({ serviceName: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'kora' });
