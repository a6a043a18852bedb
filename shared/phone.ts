import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import published from './phone-ranges.generated.json' with { type: 'json' };
import { asciiDigits } from './text.ts';

/**
 * Telephone numbers, read alike on the phone that sends a form and on the server. The stored form is what people here dial:
 * `13800002222`, `08954522345` with its area code, `12345` of a service, `+97714412345` from abroad; an extension follows as in
 * RFC 3966, `08954522345;ext=801`. Each reads to itself again.
 */

/** Why something cannot be kept as a telephone number; the codes of field errors. */
export type PhoneFault = 'not-a-phone' | 'two-numbers' | 'no-area-code';

export type ReadPhone = { phone: string; fault?: never } | { phone?: never; fault: PhoneFault };

const ranges = published as unknown as MetadataJson;

/** Nobody types more for a number and its extension; what is longer is not looked into. */
const LONGEST = 60;

/** The number somebody typed in its stored form, or what is wrong with it. */
export const readPhone = (typed: string): ReadPhone => {
  const said = typed.length > LONGEST ? '' : plain(typed);
  const phone = withExtension(said);
  if (phone !== undefined) return { phone };
  if (isTwo(said)) return { fault: 'two-numbers' };
  return { fault: LOCAL.test(said.replace(/[\s()-]/g, '')) ? 'no-area-code' : 'not-a-phone' };
};

/** ASCII alone for digits, signs, dashes and brackets; nothing invisible; one space where there was any, or a dot. */
const plain = (typed: string): string =>
  asciiDigits(typed)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{DI}]/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc~]/gu, '-')
    .replace(/\p{Ps}/gu, '(')
    .replace(/\p{Pe}/gu, ')')
    .replace(/[\s.·•・]+/g, ' ')
    .replace(/^ ?tel:/, '')
    .trim();

/** A number’s extension behind what people write before it: 转, ext, #, a comma, a bracket or one more dash. */
const EXTENSION =
  /^(.+?)[\s,(]*(?:;ext=|[转轉]\s*(?:分机)?|分机号?|内线|ext(?:ension|n)?|[x#,(-])\s*:?\s*(\d{1,6})\s*\)?$/;

const withExtension = (said: string): string | undefined => {
  const whole = numberOf(said);
  if (whole !== undefined) return whole;
  const [, head = '', extension] = EXTENSION.exec(said) ?? [];
  const number = numberOf(head);
  return number === undefined || SERVICE.test(number) ? undefined : `${number};ext=${extension}`;
};

/** Emergency, government, operators' and companies' service numbers: people do leave 12345, and units have 96… */
const SERVICE = /^(?:1[12]\d|1[0128]\d{3,4}|9[56]\d{3,4})$/;

/** A landline without its area code, which nobody elsewhere can call. */
const LOCAL = /^[2-9]\d{6,7}$/;

/** Ranges are given out faster than tables are published: any number that has a mobile’s form is one. */
const MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;

/** E.164, where it is not known what numbers a country has. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/;

/** One number without an extension in its stored form. */
const numberOf = (said: string): string | undefined => {
  if (!/^[+(]?[\d\s()-]+$/.test(said.replace(/^\(\+/, '+'))) return undefined;
  const dialled = said
    .replace(/\(0\)/g, '')
    .replace(/[\s()-]/g, '')
    .replace(/^00/, '+');
  if (SERVICE.test(dialled)) return dialled;
  const [, mobile] = MOBILE.exec(dialled) ?? [];
  if (mobile !== undefined) return mobile;
  const number = parsePhoneNumberFromString(dialled, { defaultCountry: 'CN', extract: false }, ranges);
  if (number === undefined) return INTERNATIONAL.test(dialled) && !isCovered(dialled) ? dialled : undefined;
  if (!number.isValid() || isRouted(number)) return undefined;
  return number.countryCallingCode === '86' ? number.formatNational().replaceAll(' ', '') : number.number;
};

/** Whether a carrier’s code (17951) was taken off the front, as nobody dials any more: it begins mistyped mobile numbers too. */
const isRouted = (number: object): boolean => 'carrierCode' in number;

const isCovered = (dialled: string): boolean =>
  Object.keys(ranges.country_calling_codes).some((code) => dialled.startsWith(`+${code}`));

/** What people write between two numbers; spaces and dashes separate numbers and their parts. */
const BETWEEN = /[/、,;|&।།]|或者?|和|及|与|\bor\b|\band\b|དང་?|ཡང་ན་?/;

const isTwo = (said: string): boolean => {
  const parts = said.split(BETWEEN).filter((part) => /\d/.test(part));
  if (parts.length > 1) return parts.some((part) => withExtension(part.trim()) !== undefined);
  const groups = said.split(/[\s-]+/);
  return groups.some(
    (_, i) => i > 0 && [groups.slice(0, i), groups.slice(i)].every((some) => numberOf(some.join('')) !== undefined),
  );
};

/** Whom a stored number reaches before anybody asks for an extension. */
export const withoutExtension = (phone: string): string => phone.split(';')[0] ?? phone;

/** A stored number as people write it: `08954522345-801`. */
export const shownPhone = (phone: string): string => phone.replace(';ext=', '-');

/**
 * The link that calls a stored number (RFC 3966): with the country, so that a foreign SIM card reaches it too; a service number
 * as it is, for dialling programs do not know its `phone-context`.
 */
export const phoneLink = (phone: string): string =>
  phone.startsWith('+') || SERVICE.test(phone) ? `tel:${phone}` : `tel:+86${phone.replace(/^0/, '')}`;

/** Fewer digits stand in too many numbers. */
const FEWEST_DIGITS = 4;

/** Whether somebody searches for this stored number: by all of it however it is written, or by its last digits. */
export const endsPhone = (phone: string, asked: string): boolean => {
  const said = plain(asked);
  const digits = (text: string): string => text.replace(/\D/g, '');
  if (digits(said).length < FEWEST_DIGITS || /[^\d\s()+#;=-]/.test(said.replace(';ext=', ''))) return false;
  const wanted = digits(withExtension(said) ?? said);
  return [withoutExtension(phone), phone].some((number) => digits(number).endsWith(wanted));
};
