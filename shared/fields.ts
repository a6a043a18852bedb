import * as z from 'zod';
import { type PhoneFault, readPhone } from './phone.ts';
import { isReceipt } from './receipt.ts';
import { asciiDigits, bareNumber, normalised } from './text.ts';

// Compiling each schema into code of its own costs a cold start more than it ever gains on inputs of this size.
z.config({ jitless: true });

/**
 * Field types that every form shares. Text is normalised before it is counted: a browser counts a line break as one, and sends
 * two characters. It is refused with control characters in it, lone surrogates, noncharacters that no XML may hold, or U+FFFD,
 * which is put where bytes could not be read.
 */

const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/;
const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\ufffd-\uffff]/;

const storable = (never: RegExp) =>
  z.refine<string>((s) => s.isWellFormed() && !never.test(s), {
    error: 'contains characters that cannot be stored',
    params: { code: 'bad-characters' },
  });

// Checks are given in one go: each step of a chain (`.min(1).max(9)`) makes a schema more, and a cold start makes hundreds.
const STORABLE_TEXT = storable(CONTROL_IN_TEXT);
const STORABLE_LINE = storable(CONTROL_IN_LINE);

const NORMALISED = z.overwrite<string>(normalised);
const ASCII = z.overwrite<string>((s) => asciiDigits(normalised(s)));

/** One line, trimmed, at most `max` characters: no line breaks, so that it may stand in a mail header. */
export const line = (max = 100) => z.string().check(NORMALISED, z.minLength(1), z.maxLength(max), STORABLE_LINE);

/** Several lines, trimmed, at most `max` characters. */
export const text = (max = 2000) =>
  z.string().check(NORMALISED, z.minLength(1), z.maxLength(max), STORABLE_TEXT).meta({ format: 'multiline' });

const PHONE_FAULTS: Record<PhoneFault, string> = {
  'not-a-phone': 'is not a telephone number',
  'two-numbers': 'holds more than one telephone number',
  'no-area-code': 'lacks the area code',
};

/** A telephone number as people type it, kept in the one form of shared/phone.ts. */
export const phone = () =>
  z
    .string()
    .transform((typed, context) => {
      const { phone, fault } = readPhone(typed);
      if (fault === undefined) return phone;
      context.addIssue({ code: 'custom', message: PHONE_FAULTS[fault], params: { code: fault } });
      return z.NEVER;
    })
    .pipe(z.string())
    .meta({ inputmode: 'tel' });

export const email = () => z.string().check(ASCII, z.email(), z.maxLength(200), z.toLowerCase());

/** An administrative division's code of 2, 4, 6 or 9 digits (GB/T 2260 and its township extension). */
export const areaCode = () => z.string().check(ASCII, z.regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/));

/** An instant with its offset, `2026-04-06T09:20:00+08:00`; kept in UTC. */
export const moment = () => z.iso.datetime({ offset: true, local: false }).transform((s) => new Date(s).toISOString());

/** A calendar date, `2026-04-06`. */
export const date = () => z.string().check(ASCII, z.iso.date());

/** Money in fen (hundredths of a yuan), never a fraction; forms show it, and take it, in yuan. */
export const fen = (least = 0) => z.number().int().min(least).max(1_000_000_000).meta({ widget: 'yuan' });

export const receipt = () =>
  z
    .string()
    .check(
      z.overwrite(bareNumber),
      z.refine(isReceipt, { error: 'is not a receipt number', params: { code: 'bad-receipt' } }),
    );

/** WGS 84 coordinates in degrees. */
export const coordinates = () =>
  z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });

/** More versions than anything has ever had; with one added, still a number that the table takes. */
const MOST_VERSIONS = 2 ** 52;

/** The version of a thing as somebody saw it; 0 where it is new. A larger one than there can be is as stale as any other. */
export const version = () =>
  z
    .number()
    .int()
    .min(0)
    .overwrite((v) => Math.min(v, MOST_VERSIONS));

export const language = () => z.enum(['zh', 'bo', 'en']);
export type Language = z.infer<ReturnType<typeof language>>;
