import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import type { Language } from '../../shared/fields.ts';
import { contentDigest, idOfReceipt, receiptOfContent } from '../../shared/ids.ts';
import { now } from '../../shared/time.ts';
import { accept, defaultsOf, receiptOf } from '../../shared/workflow/accept.ts';
import { begin } from '../../shared/workflow/decide.ts';
import type { By, LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { findTownship } from '../directory/divisions/townships.ts';
import type { AnyReport, CaseType } from './case-type.ts';
import { checkCoordinates } from './rules.ts';
import type { CaseData, Place } from './schema.ts';

/** The secret of the stage, under which receipts become ids. */
export const stageSecret = environment(z.object({ STAGE_SECRET: z.string().min(16) }));

export const caseIdOf = (receipt: string): string => idOfReceipt(receipt, stageSecret().STAGE_SECRET);

export interface Received {
  receipt: string;
  record: LifeRecord<CaseData>;
}

/** Who hands the report in, and in which language they are to be answered. */
export interface Sender {
  by: By;
  language: Language;
  /** Who has it in hand from the start, and for which unit: somebody who took it down where it was said. */
  keeps?: { unit: string; lead: { id: string; name: string } };
  /** Of the header `Idempotency-Key`; the form's own field says the same, or nothing. */
  idempotencyKey?: string;
  /** From a form that runs no script, and so brings no receipt: pressed twice, it is one report. */
  plain?: boolean;
}

/**
 * Accepts a report in one conditional write; everything else follows from the stream. The same receipt with the same
 * content is answered as the first time. Throws `invalid-input` with fields, `receipt-taken` for other content.
 */
export const receive = async (type: CaseType, report: AnyReport, sender: Sender): Promise<Received> => {
  const at = now();
  const { receipt: field, language: _, ...said } = report;
  const content = contentDigest(said);
  const ofContent = () => receiptOfContent(content, at, stageSecret().STAGE_SECRET);
  const receipt = receiptOf(field, sender.idempotencyKey, sender.plain ? ofContent : undefined);
  type.check(report, at);
  const record = begin(type.life, caseIdOf(receipt), await dataOf(type, report, content, sender), {
    type: 'report',
    at,
    by: sender.by,
  });
  return { receipt, record: await accept(type.life, record) };
};

const dataOf = async (
  type: CaseType,
  report: AnyReport,
  content: string,
  { by, language, keeps }: Sender,
): Promise<CaseData> => {
  const place = await placeOf(type, report);
  checkCoordinates(place);
  const area = (await findTownship(place.township, place.county)).code;
  const common = {
    area,
    place,
    content,
    submittedBy: by.kind === 'staff' ? by.id : undefined,
    language: report.language ?? language,
    ...(keeps ? { unit: keeps.unit, responder: keeps.lead } : {}),
  };
  return { ...defaultsOf(type.life.data), ...type.receive(report, common) } as CaseData;
};

const placeOf = async (type: CaseType, report: AnyReport): Promise<Place> => {
  const place = report.place ?? (await type.placeOf?.(report));
  if (!place) throw new Error(`a report of ${type.type} says no place`);
  return place;
};
