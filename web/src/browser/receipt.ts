import { newReceiptFrom } from '../../../shared/receipt.ts';

const randomDigit = (): number => {
  const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
  return byte < 250 ? byte % 10 : randomDigit(); // 250 is the largest multiple of ten in a byte
};

/** A new receipt, made on this device: what is handed in under it is handed in once, however often it is sent. */
export const newReceipt = (): string => newReceiptFrom(randomDigit);
