import type { Part, Value, Values } from './parts.ts';
import { invalid } from './refusals.ts';
import type { Schema } from './schemas.ts';
import { attributesIn, tokensOf } from './tokens.ts';

const LONGEST_NAME = 65_535;

/** Names of attributes, those within maps too. */
export const checkAttributeNames = ({ item, values }: Part): void => {
  if (item) checkNamesOf(item);
  for (const value of Object.values(values)) checkWithin(value);
};

const checkNamesOf = (attributes: Values): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === '') throw invalid('One or more parameter values were invalid: Empty attribute name');
    if (name.length > LONGEST_NAME / 4 && Buffer.byteLength(name) > LONGEST_NAME)
      throw invalid('Attribute name is too large, must be less than 65536 bytes');
    checkWithin(value);
  }
};

const checkWithin = ({ M: map, L: list }: Value): void => {
  if (map) checkNamesOf(map as Values);
  if (Array.isArray(list)) for (const value of list) checkWithin(value as Value);
};

/** What a global index is asked for that its entries do not hold. */
export const checkProjected = ({ index, expressions, names }: Part, schema: Schema): void => {
  const found = index === undefined ? undefined : schema.indexes.get(index);
  if (!found?.isGlobal || !found.projected) return;
  const { projected } = found;
  const missing = (text = '') => [
    ...new Set(attributesIn(tokensOf(text), names).filter((name) => !projected.has(name))),
  ];
  const unfiltered = missing(expressions.FilterExpression);
  if (unfiltered.length > 0)
    throw invalid(
      `One or more parameter values were invalid: Secondary index ${index} does not project one or more filter attributes: [${unfiltered.join(', ')}]`,
    );
  const unshown = missing(expressions.ProjectionExpression);
  if (unshown.length > 0)
    throw invalid(
      `One or more parameter values were invalid: Global secondary index ${index} does not project [${unshown.join(', ')}]`,
    );
};
