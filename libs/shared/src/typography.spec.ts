import { decimalIn, hoursAndMinutes, typesetAll, typesetFrench } from './typography';

/** Visible signs for spaces: `_` is U+00A0, `~` is U+202F. */
const visible = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

describe('French typography', () => {
  it.each([
    ['Mot de passe oublié ?', 'Mot de passe oublié~?'],
    ['Attention : la buse est chaude !', 'Attention_: la buse est chaude~!'],
    ['Vérifiez-les ; puis « Réessayer ».', 'Vérifiez-les~; puis «_Réessayer_».'],
    ['Vraiment ?! (oui ?)', 'Vraiment~?! (oui~?)'],
    ['{celsius} °C, {{percent}} %, 12,5 g, 2 h 05', '{celsius}_°C, {{percent}}_%, 12,5_g, 2_h_05'],
    ['Attendez {minutes} min, puis réessayez', 'Attendez {minutes}_min, puis réessayez'],
    ['le lab {lab} s’ouvre, {name} m’écrit', 'le lab {lab} s’ouvre, {name} m’écrit'],
    ['tcp://hôte:port, à 14:32', 'tcp://hôte:port, à 14:32'],
    ['ss -ltnp "sport = :8080", ;FLAVOR:Marlin', 'ss -ltnp "sport = :8080", ;FLAVOR:Marlin'],
    ['3 machines, 4 metres', '3 machines, 4 metres'],
  ])('%s', (written, set) => {
    expect(visible(typesetFrench(written))).toBe(set);
    expect(typesetFrench(typesetFrench(written))).toBe(typesetFrench(written));
  });

  it('sets every sentence of a tree, and leaves English as it is', () => {
    const tree = { a: ['Oui ?', { b: 'Non !' }], c: 3, d: null };
    expect(typesetAll(tree, 'fr')).toEqual({ a: ['Oui\u202f?', { b: 'Non\u202f!' }], c: 3, d: null });
    expect(typesetAll(tree, 'en')).toEqual(tree);
  });
});

it('a decimal has the sign of its language, and no grouping', () => {
  expect(decimalIn(0.4, 'fr')).toBe('0,4');
  expect(decimalIn(0.4, 'en')).toBe('0.4');
  expect(decimalIn(12_000, 'fr')).toBe('12000');
  expect(decimalIn(2, 'fr', 2)).toBe('2,00');
  expect(decimalIn(-0.0001, 'fr', 1)).toBe('0,0');
});

it.each([
  [2.5, '2 h 30 min'],
  [0.5, '30 min'],
  [2.0833, '2 h 05 min'],
  [8, '8 h'],
  [0.0347, '2 min 05 s'],
  [1.0014, '1 h 05 s'],
  [0, '0 min'],
  [-1.25, '-1 h 15 min'],
])('%s hours are read as %s', (hours, words) => {
  expect(hoursAndMinutes(hours).replaceAll('\u00a0', ' ')).toBe(words);
});
