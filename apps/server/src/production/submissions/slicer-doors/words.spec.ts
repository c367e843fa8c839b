import { brief } from './words';

describe('a sentence for a slicer', () => {
  it('is not cut while it fits', () => {
    expect(brief('x'.repeat(100))).toHaveLength(100);
    expect(brief('The lab is closed.')).toBe('The lab is closed.');
  });

  it('is cut between words', () => {
    const cut = brief(`${'word '.repeat(30)}end`);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(cut).toMatch(/word…$/);
  });

  it('is cut inside a word that is too long', () => {
    expect(brief('x'.repeat(200))).toHaveLength(100);
  });
});
