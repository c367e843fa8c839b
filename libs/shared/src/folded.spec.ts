import { folded } from './folded';

describe('what people type, compared', () => {
  it.each([
    [
      'Émilie Durand',
      ['émilie durand', 'Emilie  Durand', 'ÉMILIE DURAND', 'E\u0301milie Durand', ' emilie durand '],
    ],
    ['Cœur d’Août', ["coeur d'aout", 'CŒUR D’AOÛT', 'cœur d‘août', 'Cœur\u00a0d’août']],
    ['Łukasz Straße', ['lukasz strasse', 'ŁUKASZ STRASSE', 'Łukasz Stra\u00dfe']],
    ['Jean-Noël', ['jean–noel', 'JEAN‑NOËL', 'jean\u00ad-noe\u0308l']],
    ['İstanbul', ['istanbul', 'ISTANBUL', 'ıstanbul']],
    ['ＰＬＡ ﬁlament', ['pla filament']],
    ['Ångström', ['angstrom', '\u212bngstr\u00f6m']],
    ['', ['', ' ', '\u0301']],
  ])('%s is the same as %j', (text, others) => {
    for (const other of others) expect(folded(other)).toBe(folded(text));
  });

  it('differs for another word', () => {
    expect(folded('Durand')).not.toBe(folded('Durant'));
    expect(folded('東京')).toBe('東京');
  });
});
