import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  describeFault,
  type FaultCode,
  faultCatalogue,
  inLanguage,
  SERVER_FAULT_CODES,
  useFaults,
} from '@pandafab/shared';
import { features } from '../../apps/server/src/app/features';
import { clientTextsFor } from '../../apps/server/src/pages/client-page/client-texts';
import { accountTextsFor } from '../../apps/server/src/pages/public-pages/account-texts';
import { textsFor } from '../../apps/server/src/pages/public-pages/texts';
import { gatherFaults } from '../../apps/server/src/platform/kit/faults';
import { compose } from '../../apps/server/src/platform/mail/compose';
import { bundlesOf } from '../../apps/web/src/i18n/add-words';
import { words } from '../../apps/web/src/i18n/all-words';

const ROOT = join(__dirname, '../..');

/** Every text of a tree of words. */
const textsIn = (tree: unknown): string[] =>
  typeof tree === 'string'
    ? [tree]
    : typeof tree === 'object'
      ? Object.values(tree ?? {}).flatMap(textsIn)
      : [];

export const readSource = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

export const sourcesUnder = (folder: string, ending: RegExp) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/\.spec\.|node_modules|schema\.ts$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readSource(join(folder, file)) }));

export const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const LITERAL = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const isEnglish = (text: string) => /\b(?:the|and|of|is|may|with|not)\b/.test(text);
const isFrench = (text: string) => !isEnglish(text) && /[éèêàçùûîôœÉÀ]|\p{L}’\p{Ll}{2}|« /u.test(text);

/** The French of a source, without what is filled in: that is code, or a person's own text. */
export const frenchOf = (text: string): string[] =>
  (withoutComments(text).match(LITERAL) ?? [])
    .map((literal) =>
      literal
        .slice(1, -1)
        .replace(/\$\{[^}]*\}/g, '{x}')
        .replaceAll('\\u00a0', '\u00a0'),
    )
    .filter(isFrench);

/** The texts of the web app. */
export function pageTexts(): readonly string[] {
  const files = sourcesUnder('apps/web/src', /(^|\/)words\.ts$/).filter(({ file }) => !file.includes('i18n'));
  const brought = files.flatMap(({ file }) => (require(join(ROOT, file)) as { fr: object }).fr ?? []);
  return [words.fr, ...brought].map((fr) => bundlesOf({ fr, en: {} }).fr.translation).flatMap(textsIn);
}

/** What is wrong and what to do about it, and what the guard finds in a file. */
export function faultTexts(): readonly string[] {
  useFaults(gatherFaults(features.flatMap(({ faults = [] }) => faults)));
  const codes = [...Object.keys(faultCatalogue), ...SERVER_FAULT_CODES] as FaultCode[];
  const said = codes.map((code) => describeFault({ code, details: {} }, 'fr'));
  return said.flatMap(({ what, cure }) => [what, cure]);
}

/** The pages that people see before they sign in. */
export const publicPageTexts = (): readonly string[] =>
  textsIn([textsFor('fr'), accountTextsFor('fr'), clientTextsFor('fr')]);

export function mailTexts(): readonly string[] {
  const templates = features.flatMap(({ mails = {} }) => Object.values(mails));
  const mails = templates.map((words) => compose({ words, language: 'fr', data: {}, link: 'https://x/y' }));
  return mails.flatMap((mail) => [mail.subject, ...mail.text.split('\n')]);
}

export const auditTexts = (): readonly string[] =>
  features.flatMap(({ auditWords = [] }) =>
    auditWords.flatMap((words) => Object.values(words).map((each) => inLanguage(each, 'fr'))),
  );
