import type { Moment } from '../../shared/time.ts';
import type { CaseData } from './schema.ts';

type Kept = Pick<CaseData, 'information'>;

/** A case with what its reporter has added. */
export const informed = ({ information }: Kept, { at, input }: { at: Moment; input: { text: string } }): Kept => ({
  information: [...information, { at, text: input.text }],
});
