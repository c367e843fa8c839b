import { safeName } from './safe-name';

describe('the name of an upload', () => {
  it.each([
    ['cube.gcode', 'cube.gcode'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\pièce n° 2.gcode', 'pièce n° 2.gcode'],
    ['/absolute/part.g', 'part.g'],
    ['a\u0000b\u202e.gcode', 'ab.gcode'],
    ['..', 'sans-nom.gcode'],
    [undefined, 'sans-nom.gcode'],
  ])('%j is shown as %j', (given, shown) => {
    expect(safeName(given)).toBe(shown);
  });

  it('is never longer than two hundred characters', () => {
    expect(safeName('x'.repeat(5000))).toHaveLength(200);
  });
});
