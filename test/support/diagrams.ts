import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { managed } from '../../functions/workflow/registry.ts';

/** Diagrams of every statechart, drawn from the machines themselves: Mermaid inside Markdown, which code hosts show as pictures. */

export const FOLDER = join(import.meta.dirname, '../../docs/diagrams');

/** Every chart there is: each lifecycle's, and that of its parts. */
export const charts = async (): Promise<{ name: string; machine: AnyStateMachine }[]> =>
  (await managed()).flatMap(({ life }) => [
    { name: life.type, machine: life.machine },
    ...(life.parts ? [{ name: `${life.type}-${life.parts.machine.id}`, machine: life.parts.machine }] : []),
  ]);

/** One chart as a page: what it is called, and the diagram. */
export const diagram = (name: string, machine: AnyStateMachine): string =>
  [
    `# ${name}`,
    '',
    'Drawn by `npm run diagrams` from the statechart; a test fails when it is out of date.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...(machine.root.type === 'parallel' ? stateOf(machine.root, 1) : states(machine.root, 1)),
    ...arrows(machine.root, 1),
    '```',
    '',
  ].join('\n');

const indent = (depth: number): string => '  '.repeat(depth);

const idOf = (node: AnyStateNode): string => node.path.join('_') || 'root';

const children = (node: AnyStateNode): AnyStateNode[] => Object.values(node.states);

const states = (node: AnyStateNode, depth: number): string[] => [
  ...(node.initial ? [`${indent(depth)}[*] --> ${idOf(node.initial.target[0] as AnyStateNode)}`] : []),
  ...children(node).flatMap((child) => stateOf(child, depth)),
];

const stateOf = (node: AnyStateNode, depth: number): string[] => {
  const named = `${indent(depth)}state "${node.key}" as ${idOf(node)}`;
  if (children(node).length === 0) return [named];
  return [`${named} {`, ...regions(node, depth + 1), `${indent(depth)}}`];
};

/** Regions of a parallel state stand beside each other, parted by a line. */
const regions = (node: AnyStateNode, depth: number): string[] =>
  node.type === 'parallel'
    ? children(node).flatMap((r, i) => [...(i > 0 ? [`${indent(depth)}--`] : []), ...stateOf(r, depth)])
    : states(node, depth);

/** Every arrow, outermost state first; an event that changes no state is a loop. */
const arrows = (node: AnyStateNode, depth: number): string[] => [
  ...[...node.transitions.values()].flat().flatMap((t) => {
    const label = labelOf(t.eventType, t.guard);
    if (node.path.length === 0 && !t.target) return [];
    const targets = t.target?.length ? t.target : [node];
    return targets.map((target) => `${indent(depth)}${idOf(node)} --> ${idOf(target as AnyStateNode)}: ${label}`);
  }),
  ...(node.always?.flatMap((t) =>
    (t.target ?? []).map(
      (target) => `${indent(depth)}${idOf(node)} --> ${idOf(target as AnyStateNode)}: ${labelOf('', t.guard)}`,
    ),
  ) ?? []),
  ...children(node).flatMap((child) => arrows(child, depth)),
];

const labelOf = (event: string, guard: unknown): string => {
  const clock = /^xstate\.after\.([^.]+)\./.exec(event)?.[1];
  const shown = clock ? `after ${clock}` : event;
  const name = typeof guard === 'object' && guard && 'type' in guard ? String(guard.type) : guard;
  return [shown, typeof name === 'string' ? `[${name}]` : ''].filter(Boolean).join(' ') || 'otherwise';
};

if (import.meta.main) {
  await mkdir(FOLDER, { recursive: true });
  for (const { name, machine } of await charts()) await writeFile(join(FOLDER, `${name}.md`), diagram(name, machine));
}
