import { inputSchema } from '../../shared/body.ts';
import type { JsonSchema } from '../../shared/form.ts';
import { Field, type Node, OpenGroup } from '../../shared/settings.ts';
import { sections } from './registry.ts';

/** What the settings of a unit may hold, as JSON Schema. Every field may be left out. */
export const settingsSchema = (): JsonSchema =>
  group(Object.fromEntries(sections.map(({ name, fields }) => [name, fields])));

const schemaOf = (node: Node): JsonSchema => {
  if (node instanceof Field) return { ...fieldSchema(node), default: node.default };
  if (!(node instanceof OpenGroup)) return group(node);
  return { ...group(node.known), patternProperties: { [node.name.source]: schemaOf(node.other) } };
};

const group = (fields: Readonly<Record<string, Node>>): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(fields).map(([name, node]) => [name, schemaOf(node)])),
  additionalProperties: false,
});

/** What a field takes. */
export const fieldSchema = ({ schema }: Field): JsonSchema => {
  const { $schema: _, ...own } = inputSchema(schema);
  return own;
};
