import Builder from 'fast-xml-builder';

/** What an element holds: its children by name, a list of elements of that name, a text; null is an empty element. */
export type XmlValue = string | number | boolean | null | undefined | XmlNode | XmlValue[];
/** Names that begin with `@` are attributes; `#text` is the text beside them. */
export interface XmlNode {
  [name: string]: XmlValue;
}

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressBooleanAttributes: false });

/** No XML may hold these, not even escaped (XML 1.0, 2.2). */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const clean = (value: XmlValue): XmlValue => {
  if (typeof value === 'string') return value.replace(FORBIDDEN, '');
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
};

/** An XML document in UTF-8; a member that is undefined is left out. */
export const xml = (root: XmlNode): string =>
  builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...(clean(root) as XmlNode) });
