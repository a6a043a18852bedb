/** A signal that ends a request after so many milliseconds; `AbortSignal.timeout` is younger than many a phone. */
export const within = (ms: number): AbortSignal => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
};
