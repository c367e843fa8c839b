import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const SERVER = 'apps/server/src';
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Sources of ours, without tests and without the web’s generated client. */
const sources = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.ts$|\/schema\.ts$|node_modules/.test(file))
    .map((file) => read(join(folder, file))),
);
const found = (pattern: RegExp): ReadonlySet<string> =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')));

const types = found(/^export (?:abstract )?(?:class|interface|type|const) (\w+)/gm);
const tables = found(/@Entity\((?:\{ name: )?'(\w+)'/g);
const paths = Object.keys((JSON.parse(read('openapi.json')) as { paths: object }).paths);
const segments = new Set(paths.flatMap((path) => path.split('/')).filter((each) => /^[a-z]/.test(each)));
/** Segments that are followed by an id: the API’s collections. */
const collections = new Set(
  paths.flatMap((path) => [...path.matchAll(/\/([a-z-]+)\/\{/g)].map(([, name]) => name)),
);

const rows = read('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| English') && !/^\| -/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const words = rows.map(([, english, french, meaning, code]) => ({ english, french, meaning, code }));
const namesIn = (pattern: RegExp): string[] =>
  words.flatMap(({ code = '' }) => [...code.matchAll(pattern)].map(([, name]) => name ?? ''));

describe('the glossary', () => {
  it('has each word in English and in French, with its meaning', () => {
    const incomplete = words.filter(
      ({ english, french, meaning, code }) => !english || !french || !meaning || !code,
    );
    expect(incomplete).toEqual([]);
    const english = words.map((word) => word.english);
    expect(english.filter((word, at) => english.indexOf(word) !== at)).toEqual([]);
  });

  it('names types, tables, addresses and folders that exist', () => {
    expect(namesIn(/`([A-Z]\w+)`/g).filter((name) => !types.has(name))).toEqual([]);
    expect(namesIn(/`([a-z_]+)`/g).filter((name) => !tables.has(name))).toEqual([]);
    expect(namesIn(/`\/([a-z-]+)`/g).filter((name) => !segments.has(name))).toEqual([]);
    const folders = words.flatMap(({ code = '' }) => code.split(' ').filter((part) => !part.startsWith('`')));
    const isThere = (folder: string) =>
      [folder, join(SERVER, folder)].some((each) => existsSync(join(root, each)));
    expect(folders.filter((folder) => !isThere(folder))).toEqual([]);
  });

  it('has every table and every collection of the API', () => {
    const known = namesIn(/`\/?([a-z_-]+)`/g);
    expect([...tables].filter((table) => !known.includes(table))).toEqual([]);
    expect([...collections].filter((name) => name && !known.includes(name))).toEqual([]);
  });
});
