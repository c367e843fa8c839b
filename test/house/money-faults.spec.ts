import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '../..');
const filesIn = (folder: string, isWanted: (path: string) => boolean): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('node_modules') && isWanted(path));
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const CODE = /^ {2}'([A-Z_]+\.[A-Z_]+)': /gm;
const codes = filesIn('apps/server/src/money', (path) => path.endsWith('.faults.ts')).flatMap((path) =>
  [...textOf(path).matchAll(CODE)].map(([, code = '']) => code),
);

const tests = [
  ...filesIn('test', (path) => /^test\/(medium|e2e)\/.*\.ts$/.test(path)),
  ...['apps/server/src', 'libs/domain/src'].flatMap((folder) =>
    filesIn(folder, (path) => path.endsWith('.spec.ts')),
  ),
]
  .map(textOf)
  .join('\n');

/** What is wrong with a document is tested in `libs/domain`, which knows the codes without `PAPER.`. */
const flaws = textOf('libs/domain/src/money/paper-flaws.spec.ts');

it('each refusal of money is named by a test', () => {
  expect(codes.length).toBeGreaterThan(100);
  const isTested = (code: string) =>
    tests.includes(`'${code}'`) ||
    (code.startsWith('PAPER.') && flaws.includes(`'${code.slice('PAPER.'.length)}'`));
  expect(codes.filter((code) => !isTested(code))).toEqual([]);
});
