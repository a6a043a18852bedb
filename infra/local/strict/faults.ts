import { isWrite, type Part } from './parts.ts';
import { cancelled, conflict, throttled } from './refusals.ts';

/** What happens in the cloud without anybody's fault, as often as a test asks for it. */
export class StoreFaults {
  /** So many of the next writes meet a transaction on the same item. */
  conflicts = 0;
  /** So many of the next requests are told to come later. */
  throttled = 0;

  /** Throws what the next request of this kind shall meet. */
  strike(operation: string, parts: Part[]): void {
    if (this.throttled > 0) {
      this.throttled--;
      throw throttled();
    }
    if (this.conflicts > 0 && isWrite(operation)) {
      this.conflicts--;
      throw operation === 'TransactWriteItems' ? cancelled(parts.length) : conflict();
    }
  }
}
