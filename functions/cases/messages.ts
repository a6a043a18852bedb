import type { Catalogue } from '../../shared/i18n.ts';

/** Words of cases of every type, besides those that all capabilities share. The Tibetan texts (bo) are drafts and AWAIT A NATIVE SPEAKER'S REVIEW. */
export const caseWords: Catalogue = {
  'fact.submittedBy': { zh: '由谁录入', bo: 'སུས་བཀོད་པ།', en: 'Entered by' },
};
