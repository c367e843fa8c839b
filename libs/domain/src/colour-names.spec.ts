import { isSameColour, swatchOf } from './colour-names';

describe('names of colours', () => {
  it.each([
    ['black', 'Noir', true],
    ['Gris foncé', 'dark-grey', true],
    ['#1565C0', 'bleu', true],
    ['#123456', '#123456', true],
    ['Galaxy Black', 'galaxy black', true],
    ['Galaxy Black', 'black', false],
    ['light blue', 'blue', false],
    ['unknown', 'other', false],
  ])('%s and %s', (one, other, same) => {
    expect(isSameColour(one, other)).toBe(same);
    expect(isSameColour(other, one)).toBe(same);
  });

  it.each([
    ['Galaxy Black', '#1a1a1a'],
    ['Prusa bleu ciel mat', '#64b5f6'],
    ['#AbCdEf', '#abcdef'],
    ['Mystic', null],
    ['', null],
  ])('the swatch of “%s” is %s', (name, swatch) => {
    expect(swatchOf(name)).toBe(swatch);
  });
});
