import { NARROW_NO_BREAK_SPACE } from './typography';
import { inLanguage, type Wording } from './wording';

describe('words in two languages', () => {
  it('are chosen by the language, with its spaces', () => {
    const ready: Wording = { en: 'Ready?', fr: 'Prêt ?' };
    expect(inLanguage(ready, 'en')).toBe('Ready?');
    expect(inLanguage(ready, 'fr')).toBe(`Prêt${NARROW_NO_BREAK_SPACE}?`);
  });

  it('may be any tree of sentences', () => {
    const letter = {
      en: { subject: 'Hello', lines: ['Ready?'] },
      fr: { subject: 'Bonjour', lines: ['Prêt ?'] },
    };
    expect(inLanguage(letter, 'fr')).toEqual({
      subject: 'Bonjour',
      lines: [`Prêt${NARROW_NO_BREAK_SPACE}?`],
    });
  });
});
