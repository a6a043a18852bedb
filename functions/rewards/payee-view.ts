import type { Translate } from '../../shared/i18n.ts';
import { shownPhone } from '../../shared/phone.ts';
import type { Payee } from './schema.ts';

/** Payment details in words, as who pays reads them. */
export const payeeFacts = (p: Payee, t: Translate): { label: string; value: string }[] => {
  const facts: [name: keyof Payee, value: string | undefined][] = [
    ['payeeName', p.payeeName],
    ['method', t(`choice.method.${p.method}`)],
    ['account', p.account],
    ['bank', p.bank],
    ['proxyName', p.proxyName],
    ['proxyPhone', p.proxyPhone && shownPhone(p.proxyPhone)],
    ['guardianName', p.guardianName],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ label: t(`field.${name}`), value }] : []));
};
