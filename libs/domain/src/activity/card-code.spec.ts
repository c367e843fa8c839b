import { CARD_LETTERS, doorName, newCardCode } from './card-code';

it('a card has fourteen of the letters that every scanner types alike', () => {
  expect(newCardCode(() => 0)).toBe('B'.repeat(14));
  expect(newCardCode((below) => below - 1)).toBe('X'.repeat(14));
  expect(CARD_LETTERS).not.toMatch(/[AQWZMYIOL0-9]/);
  expect(new Set(CARD_LETTERS).size).toBe(CARD_LETTERS.length);
});

it.each([
  ['Ana Martin', 'Ana M.'],
  ['  Jean-Luc   de la Tour ', 'Jean-Luc D.'],
  ['Zoé', 'Zoé'],
  ['Li 😀x', 'Li 😀.'],
  ['', ''],
])('%j is shown at the door as %j', (name, shown) => {
  expect(doorName(name)).toBe(shown);
});
