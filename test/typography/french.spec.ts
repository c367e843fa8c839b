import { fieldRule, ruleIn, typesetFrench } from '@pandafab/shared';
import { faultsIn } from './faults-in';
import {
  auditTexts,
  faultTexts,
  frenchOf,
  mailTexts,
  pageTexts,
  publicPageTexts,
  readSource,
  sourcesUnder,
  withoutComments,
} from './french-texts';

const badly = (sentences: readonly string[]) =>
  sentences
    .map((sentence) => ({ sentence, faults: faultsIn(sentence) }))
    .filter(({ faults }) => faults.length > 0);

describe('the spaces of French sentences', () => {
  it('are right on the pages', () => {
    expect(pageTexts().length).toBeGreaterThan(500);
    expect(badly(pageTexts())).toEqual([]);
  });

  it('are right in faults and findings', () => {
    expect(badly(faultTexts())).toEqual([]);
    expect(badly([ruleIn(fieldRule('machineOptions'), 'fr') ?? ''])).toEqual([]);
  });

  it('are right on the public pages, in mails, and in the audit trail', () => {
    expect(mailTexts().length).toBeGreaterThan(20);
    expect(badly([...publicPageTexts(), ...mailTexts(), ...auditTexts()])).toEqual([]);
  });

  it('can be corrected wherever a source has French, since no space is missing there', () => {
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
      'apps/server/src/money/rendering/pdf/showable.ts',
      'apps/server/src/people/accounts/setup-invitation.ts',
      'apps/server/src/platform/http/field-sentence.ts',
    ];
    expect(ways.filter((way) => !/inLanguage|typeset/.test(readSource(way)))).toEqual([]);
  });
});
