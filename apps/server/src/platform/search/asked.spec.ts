import { readAsked } from './asked';

const wordsOf = (text: string) => readAsked(text, 8, 0)?.words;

describe('what a person typed', () => {
  it('is read as words without accents, case and signs', () => {
    expect(wordsOf('  Émilie  D’AOÛT ')).toEqual(['emilie', 'd', 'aout']);
    expect(wordsOf('FA-2026-000012')).toEqual(['fa', '2026', '000012']);
    expect(wordsOf('pièce_v2.gcode')).toEqual(['piece', 'v2', 'gcode']);
    expect(wordsOf('Иван 東京')).toEqual(['иван', '東京']);
  });

  it('is read as its signs where it has no words', () => {
    expect(readAsked('% 🦊', 8, 0)).toMatchObject({ words: ['%', '🦊'], hasWords: false });
  });

  it('is nothing where only spaces were typed', () => {
    expect(readAsked(' \u200b ', 8, 0)).toBeUndefined();
  });

  it('counts at most eight words, each once', () => {
    expect(wordsOf('a b a c d e f g h i j')).toEqual([...'abcdefgh']);
  });
});
