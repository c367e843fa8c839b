import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { words } from '../../apps/web/src/i18n/all-words';

type Tree = { readonly [key: string]: string | Tree };

/** Every key with its words, such as `frame.lab`. */
function leaves(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
}

const SOURCES = join(__dirname, '../../apps/web/src');

/** The sources of the web app, without the files of words. */
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !/(^|\/)(check-)?words\.ts$|schema\.ts$|i18n\/(fr|en)\.ts$/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

/** Texts that a page or a part adds when it is loaded, such as `{ key: 'members', path: 'pages/members/words' }`. */
const added = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/\baddWords\('([\w.-]+)', (?:\{ fr, en \}|(\w+))\)/g)].map(([, key = '', name]) => {
    const names = name ? `\\* as ${name}` : '\\{ (?:en, fr|fr, en) \\}';
    const [, from] = new RegExp(`import ${names} from '(\\.[^']+)'`).exec(text) ?? [];
    if (!from) throw new Error(`${file} adds the words of ${key}, and this test does not find them`);
    return { key, path: join(dirname(file), from) };
  }),
);

/** The texts that are not loaded with the first page. */
const brought = (language: 'fr' | 'en'): Tree =>
  Object.fromEntries(
    added.map(({ key, path }) => [
      key,
      (require(join(SOURCES, path)) as Record<string, Tree>)[language] ?? {},
    ]),
  );
const [fr, en] = [leaves({ ...words.fr, ...brought('fr') }), leaves({ ...words.en, ...brought('en') })];
/** i18next chooses these suffixes by the count: the code uses the key without its suffix. */
const plural = /_(one|other|many|zero)$/;

describe('the words of the web app', () => {
  it('are each added by a page or a part, under one name', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
    const own = files.filter((file) => /^(pages|parts|frame)\/.*\/words\.ts$/.test(file));
    // Words of a folder inside that of a page may be a part of the page's words.
    const inside = new Set(own.filter((file) => existsSync(join(SOURCES, dirname(file), '../words.ts'))));
    const known = new Set([...added.map(({ path }) => `${path}.ts`), 'pages/wall/words.ts']);
    expect(own.filter((file) => !known.has(file) && !inside.has(file))).toEqual([]);
    const pathsOf = (key: string) =>
      new Set(added.filter((each) => each.key === key).map(({ path }) => path));
    expect(added.filter(({ key }) => pathsOf(key).size > 1)).toEqual([]);
  });

  it('exist in both languages, with the same parameters', () => {
    const asked = (sentence: string) =>
      [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
    for (const [key, sentence] of fr) expect([key, asked(en.get(key) ?? '')]).toEqual([key, asked(sentence)]);
  });

  it('are never empty, and French has its own apostrophes', () => {
    for (const [key, sentence] of [...fr, ...en])
      expect([key, sentence.trim().length > 0]).toEqual([key, true]);
    expect([...fr].filter(([, sentence]) => /\w'\w/.test(sentence))).toEqual([]);
  });

  it('contain every key that the pages use', () => {
    const known = new Set([...fr.keys()].map((key) => key.replace(plural, '')));
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key = '']) => ({ file, key })),
    );
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  it('contain the beginning of every key that is built at run time', () => {
    const beginnings = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*`([\w.-]+?)\$\{/g)].map(([, beginning = '']) => ({ file, beginning })),
    );
    const unknown = beginnings.filter(
      ({ beginning }) => ![...fr.keys()].some((key) => key.startsWith(beginning)),
    );
    expect(unknown).toEqual([]);
  });
});
