import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeFault,
  type FaultCode,
  faultCatalogue,
  fieldRule,
  ruleIn,
  typesetFrench,
} from '@pandafab/shared';
import { AUDIT_ACTIONS, auditWords } from '../../apps/server/src/audit/audit-words';
import { accountTextsFor } from '../../apps/server/src/doorstep/account-texts';
import { textsFor } from '../../apps/server/src/doorstep/texts';
import { compose } from '../../apps/server/src/mail/compose';
import { bundlesOf } from '../../apps/web/src/i18n/add-words';
import { words } from '../../apps/web/src/i18n/all-words';
import { faultsIn } from './faults-in';

const ROOT = join(__dirname, '../..');

/** Every text of a tree of words. */
const textsIn = (tree: unknown): string[] =>
  typeof tree === 'string'
    ? [tree]
    : typeof tree === 'object'
      ? Object.values(tree ?? {}).flatMap(textsIn)
      : [];

const badly = (sentences: readonly string[]) =>
  sentences
    .map((sentence) => ({ sentence, faults: faultsIn(sentence) }))
    .filter(({ faults }) => faults.length > 0);

const sourcesUnder = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/\.spec\.|node_modules|schema\.ts$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(ROOT, folder, file), 'utf8') }));

const LITERAL = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const isEnglish = (text: string) => /\b(?:the|and|of|is|may|with|not)\b/.test(text);
const isFrench = (text: string) => !isEnglish(text) && /[éèêàçùûîôœÉÀ]|\p{L}’\p{Ll}{2}|« /u.test(text);
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
/** The French of a source, without what is filled in: that is code, or somebody's own words. */
const frenchOf = (text: string): string[] =>
  (withoutComments(text).match(LITERAL) ?? [])
    .map((literal) =>
      literal
        .slice(1, -1)
        .replace(/\$\{[^}]*\}/g, '{x}')
        .replaceAll('\\u00a0', '\u00a0'),
    )
    .filter(isFrench);

describe('the spaces of French sentences', () => {
  it('are right on the pages', () => {
    const pages = sourcesUnder('apps/web/src', /words\.ts$/).filter(({ file }) => !file.includes('i18n'));
    const brought = pages.flatMap(({ file }) => (require(join(ROOT, file)) as { fr: object }).fr ?? []);
    expect(brought.length).toBeGreaterThan(8);
    const shown = [words.fr, ...brought].map((fr) => bundlesOf({ fr, en: {} }).fr.translation);
    expect(badly(shown.flatMap(textsIn))).toEqual([]);
  });

  it('are right in faults and findings', () => {
    const codes = Object.keys(faultCatalogue) as FaultCode[];
    const said = codes.map((code) => describeFault({ code, details: {} }, 'fr'));
    expect(badly(said.flatMap(({ what, cure }) => [what, cure]))).toEqual([]);
    expect(badly([ruleIn(fieldRule('machineOptions'), 'fr') ?? ''])).toEqual([]);
  });

  it('are right on the pages before one signs in, in mails, and in the record', () => {
    const { text } = readSource('apps/server/src/mail/templates.ts');
    const templates = [...text.matchAll(/^ {2}'?([\w-]+)'?: \{$/gm)].map(([, name = '']) => name);
    expect(templates.length).toBeGreaterThan(5);
    const mails = templates.map((template) =>
      compose({ template, language: 'fr', data: {}, link: 'https://x/y' }),
    );
    expect(badly(textsIn([textsFor('fr'), accountTextsFor('fr')]))).toEqual([]);
    expect(badly(mails.flatMap((mail) => [mail.subject, ...mail.text.split('\n')]))).toEqual([]);
    expect(badly(AUDIT_ACTIONS.map((action) => auditWords(action, 'fr')))).toEqual([]);
  });

  it('can be set right wherever a source has French, which nowhere lacks a space', () => {
    const sources = ['apps/server/src', 'apps/agent/src', 'apps/cli/src', 'libs'].flatMap((folder) =>
      sourcesUnder(folder, /\.ts$/),
    );
    const wrong = sources.flatMap(({ file, text }) =>
      badly(frenchOf(text).map(typesetFrench)).map((each) => ({ file, ...each })),
    );
    expect(wrong).toEqual([]);
  });

  it('are written out in the scripts, which run before anything is built', () => {
    const sources = sourcesUnder('scripts', /\.mjs$/);
    const wrong = sources.flatMap(({ file, text }) =>
      badly(frenchOf(text)).map((each) => ({ file, ...each })),
    );
    expect(wrong).toEqual([]);
  });

  it('are not plain where a page puts a number and its unit together', () => {
    const plain = /\} (?:mm|cm|m|kg|g|ms|s|min|h|°C|%|€|bauds|ko|Mo)(?=[`'"<\s,)])/;
    const pages = sourcesUnder('apps/web/src', /\.tsx?$/).filter(({ file }) => !/words\.ts$|i18n/.test(file));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.filter(({ text }) => plain.test(withoutComments(text))).map(({ file }) => file)).toEqual([]);
  });

  it('come from one rule on every way that French takes to a person', () => {
    const ways = [
      'apps/cli/src/output.ts',
      'apps/agent/src/fault-words.ts',
      'apps/server/src/billing/pdf/page.ts',
      'apps/server/src/accounts/setup-invitation.ts',
      'libs/platform/src/field-sentence.ts',
    ];
    expect(ways.filter((way) => !/typeset/.test(readSource(way).text))).toEqual([]);
  });
});

function readSource(file: string): { readonly text: string } {
  return { text: readFileSync(join(ROOT, file), 'utf8') };
}
