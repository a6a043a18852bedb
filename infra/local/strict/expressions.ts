import type { ExpressionKind, Part } from './parts.ts';
import { invalid, invalidIn } from './refusals.ts';
import { COMPARATORS, isWord, operatorsIn, tokensOf, updateOperatorsIn } from './tokens.ts';

/** Limits of expressions and what they may compare. Their length and reserved words the engine checks itself. */

const MOST_OPERATORS = 300;
const MOST_IN_OPERANDS = 100;
const LONGEST_PLACEHOLDER = 255;
const TYPES = ['N', 'BS', 'L', 'B', 'NULL', 'M', 'S', 'SS', 'NS', 'BOOL'];

export const checkExpressions = (part: Part): void => {
  checkNames(part.names);
  for (const [kind, text] of Object.entries(part.expressions) as [ExpressionKind, string][]) {
    const tokens = tokensOf(text);
    checkOperators(kind, tokens);
    checkInOperands(kind, tokens);
    checkDistinct(kind, tokens, part.names);
    checkTypeNames(kind, tokens, part.values);
  }
  if (Object.keys(part.expressions).length > 0) checkPlaceholders(part);
};

const checkNames = (names: Record<string, string>): void => {
  for (const [placeholder, name] of Object.entries(names)) {
    const size = Buffer.byteLength(placeholder);
    if (size > LONGEST_PLACEHOLDER)
      throw invalid(
        `ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long; size of key: ${size}`,
      );
    if (name === '')
      throw invalid(`ExpressionAttributeNames contains invalid value: Empty attribute name for key ${placeholder}`);
  }
};

const checkOperators = (kind: ExpressionKind, tokens: string[]): void => {
  const count = kind === 'UpdateExpression' ? updateOperatorsIn(tokens) : operatorsIn(tokens);
  if (count > MOST_OPERATORS)
    throw invalidIn(kind, `The expression contains too many operators; operator count: ${count}`);
};

const checkInOperands = (kind: ExpressionKind, tokens: string[]): void => {
  for (const [i, token] of tokens.entries()) {
    if (!isWord(token, 'IN') || tokens[i + 1] !== '(') continue;
    const list = tokens.slice(i + 2, tokens.indexOf(')', i));
    const count = list.filter((t) => t === ',').length + 1;
    if (count > MOST_IN_OPERANDS)
      throw invalidIn(kind, `The IN operator is provided with too many operands; number of operands: ${count}`);
  }
};

const checkDistinct = (kind: ExpressionKind, tokens: string[], names: Record<string, string>): void => {
  if (kind === 'UpdateExpression') return;
  for (const [i, operator] of tokens.entries()) {
    const [left = '', right = ''] = [tokens[i - 1], tokens[i + 1]];
    const ofPaths = ['.', ']'].includes(tokens[i - 2] ?? '') || ['.', '['].includes(tokens[i + 2] ?? '');
    if (!COMPARATORS.includes(operator) || left !== right || ofPaths) continue;
    throw invalidIn(
      kind,
      `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: [${names[left] ?? left}]`,
    );
  }
};

const checkTypeNames = (kind: ExpressionKind, tokens: string[], values: Part['values']): void => {
  for (const [i, token] of tokens.entries()) {
    if (token !== 'attribute_type') continue;
    const type = values[tokens[tokens.indexOf(')', i) - 1] ?? '']?.S;
    if (typeof type === 'string' && !TYPES.includes(type))
      throw invalidIn(kind, `Invalid attribute type name found; type: ${type}, valid types: {${TYPES.join(',')}}`);
  }
};

/** The engine looks at them only where the condition holds, and cancels a transaction for them. */
const checkPlaceholders = ({ expressions, names, values }: Part): void => {
  const used = new Set(Object.values(expressions).flatMap(tokensOf));
  const unused = (given: object) => Object.keys(given).filter((placeholder) => !used.has(placeholder));
  for (const [field, given] of Object.entries({ ExpressionAttributeNames: names, ExpressionAttributeValues: values })) {
    const [first] = unused(given);
    if (first) throw invalid(`Value provided in ${field} unused in expressions: keys: {${unused(given).join(', ')}}`);
  }
  for (const [kind, text] of Object.entries(expressions) as [ExpressionKind, string][])
    for (const token of tokensOf(text)) {
      if (token.startsWith('#') && !Object.hasOwn(names, token))
        throw invalidIn(
          kind,
          `An expression attribute name used in the document path is not defined; attribute name: ${token}`,
        );
      if (token.startsWith(':') && !Object.hasOwn(values, token))
        throw invalidIn(
          kind,
          `An expression attribute value used in expression is not defined; attribute value: ${token}`,
        );
    }
};
