import * as z from 'zod';
import { environment } from './env.ts';

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = (typeof LEVELS)[number];

const env = environment(
  z.object({ LOG_LEVEL: z.enum(LEVELS).default('info'), POWERTOOLS_SERVICE_NAME: z.string().default('kora') }),
);

/** Codes and counts to look for. */
export type Told = Record<string, string | number | boolean | object | undefined>;

/**
 * A line of JSON each, as Lambda's log format for JSON takes it. What goes in: request ids, route keys, record ids, event
 * names, codes, milliseconds. What never does: names, telephones, addresses, receipts, free text, request bodies.
 */
const at =
  (level: Level) =>
  (message: string, told: Told = {}): void => {
    const { LOG_LEVEL, POWERTOOLS_SERVICE_NAME: service } = env();
    if (LEVELS.indexOf(level) < LEVELS.indexOf(LOG_LEVEL)) return;
    const timestamp = new Date().toISOString();
    process.stdout.write(`${JSON.stringify({ level: level.toUpperCase(), message, timestamp, service, ...told })}\n`);
  };

export const log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
