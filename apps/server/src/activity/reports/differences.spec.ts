import { withComments } from './comments';
import { differencesOf } from './differences';
import type { ReportContent } from './report-content.dto';
import { sampleContent } from './testing/sample-content';

const changed = (change: (content: ReportContent) => void): ReportContent => {
  const content = structuredClone(sampleContent());
  change(content);
  return content;
};

describe('what has changed since a report was presented', () => {
  it('is nothing while every figure is the same, whatever the words and the moment', () => {
    const later = withComments(sampleContent({ asOf: '2027-01-01T00:00:00.000Z' }), []);
    expect(differencesOf(sampleContent(), later)).toEqual([]);
  });

  it('names an indicator once, though it stands in several places', () => {
    const now = changed(({ overview }) => {
      const [visits] = overview;
      if (visits) visits.value = 5;
    });
    expect(differencesOf(sampleContent({ objectives: [] }), { ...now, objectives: [] })).toEqual([
      expect.objectContaining({ indicator: 'visits', now: 5, isRedefined: false }),
    ]);
  });

  it('says when the definition has changed', () => {
    const now = changed(({ overview }) => {
      const [visits] = overview;
      if (visits) Object.assign(visits, { value: 5, version: 2 });
    });
    const [difference] = differencesOf(sampleContent({ objectives: [] }), { ...now, objectives: [] });
    expect(difference).toMatchObject({ isRedefined: true });
  });

  it('has rows of tables that changed, that are new, and that are gone', () => {
    const now = changed(({ tables }) => {
      const [first] = tables.costsByHeading;
      if (first) first.cents += 1;
      tables.costsByHeading.splice(1, 1);
      tables.costsByHeading.push({ key: 'Transport', cents: 500 });
    });
    expect(
      differencesOf(sampleContent(), now).map(({ table, key, frozen, now: is }) => [table, key, frozen, is]),
    ).toEqual([
      ['costsByHeading', 'Salaires et charges', 6_812_044, 6_812_045],
      ['costsByHeading', 'Achats de matière', 312_590, null],
      ['costsByHeading', 'Transport', null, 500],
    ]);
  });
});

describe('comments', () => {
  it('stand at what they are about; those of what is gone are left out', () => {
    const content = withComments(sampleContent(), [
      { key: 'intro', text: 'Bonjour' },
      { key: 'objective-o0', text: 'Un mot' },
      { key: 'indicator-i0-0', text: '' },
      { key: 'objective-gone', text: 'Perdu' },
    ]);
    expect(content.intro).toBe('Bonjour');
    expect(content.objectives[0]).toMatchObject({ comment: 'Un mot' });
    expect(content.objectives[0]?.figures[0]?.comment).toBeNull();
    expect(JSON.stringify(content)).not.toContain('Perdu');
  });
});
