/** Fen as yuan, with two digits after the point where there are any. */
export const yuan = (fen: number): string => (fen / 100).toFixed(fen % 100 === 0 ? 0 : 2);
