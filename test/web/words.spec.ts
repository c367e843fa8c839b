import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The texts that are not loaded with the first page: of pages such as `members`, and of shared parts. */
function brought(language: 'fr' | 'en'): Tree {
  const pages = readdirSync(join(SOURCES, 'pages')).filter((page) => !(page in words.fr));
  const settings = readdirSync(join(SOURCES, 'pages/settings'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, 'pages/settings'] as const);
  const parts = [
    'account-access',
    'billing-identity',
    'calendar-feeds',
    'download',
    'file',
    'form',
    'month-figures',
    'nearest-amounts',
    'organisation-form',
    'partner',
    'prepaid',
    'searched-choice',
    'table',
    'toasts',
    'visits',
    'wanted-changes',
    'wishes',
  ].map((part) => [part, 'parts'] as const);
  const places = [
    ...pages.map((page) => [page, 'pages'] as const),
    ...settings,
    ...parts,
    ['palette', 'frame'] as const,
    ['times', 'pages/machine'] as const,
    ['machine-why', 'pages/machine'] as const,
    ['why', 'pages/jobs'] as const,
    ['choices', 'pages/jobs'] as const,
    ['bookings', 'pages/account'] as const,
  ];
  const wordsIn = (file: string): Tree =>
    (require(join(SOURCES, file)) as Record<string, Tree>)[language] ?? {};
  return {
    ...Object.fromEntries(places.map(([name, place]) => [name, wordsIn(join(place, name, 'words'))])),
    check: wordsIn('parts/check-words'),
    lineEditor: wordsIn('parts/line-editor/words'),
  };
}
const [fr, en] = [leaves({ ...words.fr, ...brought('fr') }), leaves({ ...words.en, ...brought('en') })];
/** i18next chooses these suffixes by the count: the code uses the key without its suffix. */
const plural = /_(one|other|many|zero)$/;

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.tsx?$/.test(file) && !/(^|\/)(check-)?words\.ts$|schema\.ts$|i18n\/(fr|en)\.ts$/.test(file),
  )
  .map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

describe('the words of the web app', () => {
  it('are added by each page whose texts are not loaded with the first page', () => {
    const isAdded = (page: string) => sources.some(({ text }) => text.includes(`addWords('${page}', `));
    expect(Object.keys(brought('fr')).filter((page) => !isAdded(page))).toEqual([]);
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
