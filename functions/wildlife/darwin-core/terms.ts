/** What each column of an occurrence means: its term in Darwin Core or Dublin Core, in the order of the file. */

const DWC = 'http://rs.tdwg.org/dwc/terms/';
const DC = 'http://purl.org/dc/terms/';

export const OCCURRENCE = `${DWC}Occurrence`;

export const TERMS = {
  occurrenceID: DWC,
  basisOfRecord: DWC,
  occurrenceStatus: DWC,
  license: DC,
  language: DC,
  eventDate: DWC,
  scientificName: DWC,
  taxonRank: DWC,
  kingdom: DWC,
  vernacularName: DWC,
  individualCount: DWC,
  vitality: DWC,
  countryCode: DWC,
  stateProvince: DWC,
  county: DWC,
  locality: DWC,
  decimalLatitude: DWC,
  decimalLongitude: DWC,
  geodeticDatum: DWC,
  coordinateUncertaintyInMeters: DWC,
  dataGeneralizations: DWC,
  informationWithheld: DWC,
  occurrenceRemarks: DWC,
} as const;

export type Term = keyof typeof TERMS;

/** An animal as a row; what is not known is empty. */
export type Occurrence = Partial<Record<Term, string | number>>;

export const terms = Object.keys(TERMS) as Term[];

export const addressOf = (term: Term): string => `${TERMS[term]}${term}`;
