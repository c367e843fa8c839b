import Big from 'big.js';
import {
  cents,
  describeFault,
  Fault,
  faultCatalogue,
  languageFromEnvironment,
  languageFromHeader,
  milligramsOf,
  newId,
  roundToCents,
} from './index';

const placeholders = (sentences: readonly string[]) =>
  [...new Set(sentences.join(' ').match(/\{\w+\}/g) ?? [])].sort();

describe('faults', () => {
  it('describes what happened and the cure in the reader’s language', () => {
    const fault = new Fault('MACHINE.UNKNOWN_PROFILE', { id: 'marlin-3', known: ['marlin-1', 'marlin-2'] });
    expect(describeFault(fault, 'en')).toEqual({
      status: 422,
      what: 'There is no firmware profile “marlin-3”.',
      cure: 'Choose one of: marlin-1, marlin-2.',
    });
    expect(describeFault(fault, 'fr').what).toContain('marlin-3');
  });

  it.each(Object.entries(faultCatalogue))(
    '%s takes the same parameters in both languages',
    (_code, entry) => {
      // A thing with a name in each language, such as a kind of machine, has two parameters.
      const withoutLanguage = (suffix: string, names: readonly string[]) =>
        names.map((name) => name.replace(new RegExp(`${suffix}(?=}?$)`), ''));
      expect(withoutLanguage('Fr', placeholders(entry.fr))).toEqual(
        withoutLanguage('En', placeholders(entry.en)),
      );
    },
  );

  it('follow French typography: no line ends before a sign or a unit, and decimals have a comma', () => {
    const fault = new Fault('GUARD.OUTSIDE', { line: 7, axis: 'X', mm: 210.4, min: 0, max: 210 });
    expect(describeFault(fault, 'fr').what).toBe(
      'La ligne 7 va en X à 210,4\u00a0mm\u202f; cette machine va de 0 à 210\u00a0mm.',
    );
    expect(describeFault(fault, 'en').what).toContain('210.4 mm;');
  });
});

describe('language', () => {
  it.each([
    [undefined, 'fr'],
    ['en-GB,en;q=0.9', 'en'],
    ['de, en;q=0.5, fr;q=0.8', 'fr'],
    ['de', 'fr'],
    ['fr;q=0, en', 'en'],
  ])('Accept-Language %s reads %s', (header, expected) => {
    expect(languageFromHeader(header)).toBe(expected);
  });

  it('a terminal without a locale reads English', () => {
    expect(languageFromEnvironment({ LANG: 'C' })).toBe('en');
    expect(languageFromEnvironment({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
  });
});

describe('money and material', () => {
  it('rounds half a cent away from zero', () => {
    expect([
      roundToCents(new Big('12.5')),
      roundToCents(new Big('-12.5')),
      roundToCents(new Big('12.4')),
    ]).toEqual([13, -13, 12]);
  });

  it('refuses a fraction of a cent', () => {
    expect(() => cents(1.5)).toThrow(RangeError);
  });

  it('weighs a metre of 1.75 mm PLA at 2.983 g', () => {
    expect(milligramsOf(1_000_000, { diameterMm: 1.75, densityGramsPerCm3: 1.24 })).toBe(2983);
  });

  it('makes ids that sort by time', () => {
    const first = newId();
    expect(first < newId()).toBe(true);
  });
});
