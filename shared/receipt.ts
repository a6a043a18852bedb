/** Receipts, for the browser and the server alike: 15 random digits and a Luhn check digit (ISO/IEC 7812-1, annex B). */

const checkDigit = (digits: string): number => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return (10 - (sum % 10)) % 10;
};

/** A receipt from a source of random digits (0 to 9). */
export const newReceiptFrom = (randomDigit: () => number): string => {
  const digits = Array.from({ length: 15 }, randomDigit).join('');
  return digits + checkDigit(digits);
};

/** Whether the text is 16 digits with a right check digit. */
export const isReceipt = (digits: string): boolean =>
  /^\d{16}$/.test(digits) && checkDigit(digits.slice(0, 15)) === Number(digits[15]);

/** `1234 5678 9012 3456`. */
export const spacedReceipt = (receipt: string): string => receipt.replace(/(\d{4})(?=\d)/g, '$1 ');
