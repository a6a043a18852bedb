import { tellTimeBy } from '../../infra/local/date.ts';
import { AT } from './at.ts';

/** Imported before anything else of a test process (`--import`): sets its clock to when the tests take place. */
const ahead = Date.parse(AT) - Date.now();
if (Number.isNaN(ahead)) throw new Error(`KORA_TEST_AT: ${AT} is not an instant like 2026-06-10T09:00:00+08:00`);
tellTimeBy((machine) => machine + ahead);
