import type { Sent } from './intake.service';
import { brief, sentenceOf } from './words';

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

describe('what a slicer is told', () => {
  const job = { state: 'queued' } as Sent['job'];
  const sent = {
    fileName: 'a.gcode',
    job,
    position: 3,
    startAt: Date.UTC(2026, 5, 4, 12, 30),
    timeZone: 'Europe/Paris',
  };

  it('is the place in the queue and the expected hour, on the clock of the lab', () => {
    expect(sentenceOf(sent, 'en')).toBe('In the queue, place 3; starts about Thursday 14:30.');
    expect(sentenceOf(sent, 'fr')).toBe(
      'Dans la file d’attente, place 3 ; départ vers jeudi 14\u00a0h\u00a030.',
    );
  });

  it('is the place alone while the hour is unknown', () => {
    expect(sentenceOf({ ...sent, startAt: null }, 'en')).toBe('In the queue, place 3.');
  });

  it('fits in the dialog of a slicer', () => {
    for (const language of ['en', 'fr'] as const)
      expect(sentenceOf({ ...sent, position: 9_999 }, language).length).toBeLessThan(100);
  });
});
