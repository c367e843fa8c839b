import { codeOf } from './code-of';

describe('the code of a name', () => {
  it.each([
    ['Fraiseuse 3 axes', 'fraiseuse-3-axes'],
    ['Élève de collège', 'eleve-de-college'],
    ['  « Découpe laser » ', 'decoupe-laser'],
    ['3D', 'd'],
    ['…', ''],
  ])('of %j is %j', (name, code) => {
    expect(codeOf(name)).toBe(code);
  });

  it('is short, and does not end with a hyphen', () => {
    expect(codeOf(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39));
  });
});
