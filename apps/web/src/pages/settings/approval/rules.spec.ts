import { materialsOf, rulesOf, typedOf } from './rules';

const NONE = { firstJobs: null, longerThanHours: null, costOverCents: null, materials: [] };

describe('the typed approval rules', () => {
  it('are empty for a lab that has none', () => {
    const typed = typedOf(NONE, ['PLA']);
    expect(typed).toEqual({ firstJobs: '', hours: '', euros: '', 'of PLA': false });
    expect(rulesOf(typed, ['PLA'])).toEqual(NONE);
  });

  it('come back as they were, with a material that the lab does not have any more', () => {
    const rules = { firstJobs: 3, longerThanHours: 7.5, costOverCents: 1999, materials: ['pla', 'TPU'] };
    const materials = materialsOf(rules, ['PLA', 'PETG']);
    expect(materials).toEqual(['PLA', 'PETG', 'TPU']);
    expect(rulesOf(typedOf(rules, materials), materials)).toEqual({ ...rules, materials: ['PLA', 'TPU'] });
  });
});
