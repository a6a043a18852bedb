import type { Catalogue } from '../../shared/i18n.ts';

export const messages: Catalogue = {};
