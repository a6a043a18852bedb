import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { charts, diagram, FOLDER } from '../support/diagrams.ts';

test.each(await charts())('the diagram of $name is current (npm run diagrams)', ({ name, machine }) => {
  expect(readFileSync(join(FOLDER, `${name}.md`), 'utf8')).toBe(diagram(name, machine));
});
