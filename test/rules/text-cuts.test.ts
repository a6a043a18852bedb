import { relative, resolve } from 'node:path';
import * as ast from 'typescript/unstable/ast';
import { API, type Program, type Project } from 'typescript/unstable/sync';
import { expect, test } from 'vitest';

/**
 * Text of people is cut by `cut` and `excerpt` of shared/text.ts alone: `slice` may split a character, and half of one cannot be
 * stored. Strings of a fixed format are sliced as they are; they are known by what they are called, or by what made them.
 */
const FIXED_FORMAT = new Set([
  ...['area', 'areas', 'code', 'id', 'key', 'pk', 'digits', 'digest', 'hash', 'contentDigest', 'path', 'file', 'lang'],
  ...[
    'date',
    'from',
    'to',
    'thursday',
    'month',
    'week',
    'weekLabel',
    'time',
    'moment',
    'at',
    'period',
    'today',
    'addDays',
    'dateOf',
  ],
  ...['wallClock', 'toISOString', 'yearOf', 'phone', 'accept-language'],
]);

/** Where text is cut rightly. */
const CUTS = 'shared/text.ts';

test('nobody cuts text by UTF-16 units', { timeout: 120_000 }, () => {
  const root = resolve(import.meta.dirname, '../..');
  const api = new API({ cwd: root });
  const [project] = api.updateSnapshot({ openProjects: [resolve(root, 'tsconfig.json')] }).getProjects();
  try {
    expect(rawCuts(project as Project, root)).toEqual([]);
  } finally {
    api.close();
  }
});

const rawCuts = ({ program, checker }: Project, root: string): string[] =>
  sourcesOf(program, root).flatMap((file) => {
    const sliced = slicedIn(file);
    const types = checker.getTypeAtLocation(sliced.map((s) => s.of));
    const isString = (i: number) => {
      const type = types[i] && checker.getNonNullableType(types[i]);
      return type !== undefined && checker.isTypeAssignableTo(type, checker.getStringType());
    };
    return sliced
      .filter((s, i) => isString(i) && !FIXED_FORMAT.has(nameOf(s.of)))
      .map((s) => `${relative(root, file.fileName)}: ${s.whole.getText(file)}`);
  });

const sourcesOf = (program: Program, root: string): ast.SourceFile[] =>
  program
    .getSourceFileNames()
    .filter((name) => /^(functions|shared|web\/src)\//.test(relative(root, name)) && relative(root, name) !== CUTS)
    .flatMap((name) => program.getSourceFile(name) ?? [])
    .filter((file) => METHODS.test(file.text));

const METHODS = /\b(slice|substring|substr)\b/;

interface Sliced {
  whole: ast.Node;
  of: ast.Expression;
}

const slicedIn = (node: ast.Node): Sliced[] => {
  const found: Sliced[] = [];
  const visit = (n: ast.Node): undefined => {
    if (ast.isCallExpression(n) && ast.isPropertyAccessExpression(n.expression) && METHODS.test(n.expression.name.text))
      found.push({ whole: n, of: n.expression.expression });
    n.forEachChild(visit);
  };
  visit(node);
  return found;
};

/** `a.b` and `a.b()` are named `b`, `a[0]` is `a`, `a['b']` is `b`, `String(a)` and `a.replace()` are `a`. */
const nameOf = (node: ast.Expression): string => {
  if (ast.isIdentifier(node)) return node.text;
  if (ast.isPropertyAccessExpression(node)) return node.name.text;
  if (ast.isElementAccessExpression(node))
    return ast.isStringLiteral(node.argumentExpression) ? node.argumentExpression.text : nameOf(node.expression);
  if (!ast.isCallExpression(node)) return '';
  const called = nameOf(node.expression);
  if (called === 'replace' && ast.isPropertyAccessExpression(node.expression))
    return nameOf(node.expression.expression);
  return called === 'String' && node.arguments[0] ? nameOf(node.arguments[0]) : called;
};
