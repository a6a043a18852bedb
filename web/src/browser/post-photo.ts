import type { Upload } from '../../../functions/photos/schema.ts';
import { within } from './patience.ts';

/** A weak signal takes its time; what hangs longer is tried again. In milliseconds. */
const PATIENCE = 120_000;

/** Posts a photo straight to where photos are kept; rejects where the network does not carry it. */
export const postPhoto = ({ url, fields }: Upload, blob: Blob): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', blob, 'photo.jpg');
  return fetch(url, { method: 'POST', body: form, signal: within(PATIENCE) });
};
