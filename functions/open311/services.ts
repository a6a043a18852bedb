import { DomainError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import type { XmlNode } from '../../shared/xml.ts';
import type { CaseType } from '../cases/case-type.ts';
import { reportForm } from '../cases/pages.ts';
import { choicesOf } from '../cases/places.ts';
import { caseTypes } from '../cases/registry.ts';
import { wordsOf } from '../cases/track.ts';
import { attributesOf } from './attributes.ts';
import type { Definition, Service } from './schema.ts';

/** What can be asked for: every case type whose figures are public. Tip-offs are none, and stand nowhere here. */
export const offered = async (): Promise<CaseType[]> => (await caseTypes()).filter((type) => type.bulletin);

/** The type of a code; throws `unknown-service`. */
export const serviceOf = async (code: string): Promise<CaseType> => {
  const found = (await offered()).find(({ type }) => type === code);
  if (!found) throw new DomainError('not-found', 'unknown-service', 'service_code was not found.');
  return found;
};

export const servicesIn = async (language: Language): Promise<Service[]> =>
  (await offered()).map((type) => {
    const t = wordsOf(type, language);
    return {
      service_code: type.type,
      service_name: nameOf(type, language),
      description: t(`home.report.${type.type}`),
      ...{ metadata: true, type: 'realtime', keywords: '', group: t('site.name') },
    };
  });

export const nameOf = (type: CaseType, language: Language): string =>
  wordsOf(type, language)(`site.report.${type.type}`);

/** What is asked of whoever asks for a service: the fields of its form. */
export const definitionOf = async (type: CaseType, language: Language): Promise<Definition> => {
  const t = wordsOf(type, language);
  const choices = await choicesOf(type, language);
  const attributes = attributesOf(reportForm(type, language), choices, [t('form.yes'), t('form.no')]);
  return { service_code: type.type, attributes };
};

/** The same with a name for each thing that is listed. */
export const definitionXml = ({ service_code, attributes }: Definition): XmlNode => ({
  service_definition: {
    service_code,
    attributes: { attribute: attributes.map(({ values, ...a }) => ({ ...a, values: { value: values ?? [] } })) },
  },
});
