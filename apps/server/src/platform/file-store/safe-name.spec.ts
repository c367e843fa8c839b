import { safeName } from './safe-name';

describe('the name of an upload', () => {
  it.each([
    ['cube.gcode', 'cube.gcode'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\pièce n° 2.gcode', 'pièce n° 2.gcode'],
    ['/absolute/part.g', 'part.g'],
    ['a\u0000b\u202e.gcode', 'ab.gcode'],
    ['..', 'sans-nom.gcode'],
    ['a\u2066b\u2028c\ud83d.gcode', 'abc.gcode'],
    ['\u200b\u2060', 'sans-nom.gcode'],
    ['a%22b%22 100%25.gcode', 'a"b" 100%25.gcode'],
    ['a%0D%0Ab.gcode', 'ab.gcode'],
    [undefined, 'sans-nom.gcode'],
  ])('%j is shown as %j', (given, shown) => {
    expect(safeName(given)).toBe(shown);
  });

  it('is never longer than two hundred characters', () => {
    expect(safeName('x'.repeat(5000))).toHaveLength(200);
  });

  it.each([
    ['a letter', `${'x'.repeat(500)}.gcode`, `${'x'.repeat(194)}.gcode`],
    ['an emoji', `${'x'.repeat(193)}😀.gcode`, `${'x'.repeat(193)}.gcode`],
    ['an emoji that fits', `${'x'.repeat(192)}😀yy.gcode`, `${'x'.repeat(192)}😀.gcode`],
    ['a family', `${'x'.repeat(190)}👩‍👩‍👧.gcode`, `${'x'.repeat(190)}.gcode`],
    ['an accent', `${'x'.repeat(193)}e\u0301.gcode`, `${'x'.repeat(193)}.gcode`],
    ['a packed file', `${'x'.repeat(300)}.gcode.gz`, `${'x'.repeat(191)}.gcode.gz`],
    ['no extension at all', `a.${'b'.repeat(300)}`, `a.${'b'.repeat(198)}`],
    ['one character as long as a name', `e${'\u0301'.repeat(300)}.g`, '.g'],
  ])('is cut between characters, and keeps its extension: %s', (_, given, shown) => {
    expect(safeName(given)).toBe(shown);
  });
});
