import { draftName, draftOf, forgetDraft, keepDraft } from './draft';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const full = {
  ...storage(),
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
};
const initial = { name: '', minor: false };

describe('a draft', () => {
  it('gives back what was typed, until it is forgotten', () => {
    const tab = storage();
    keepDraft(tab, 'member', initial, { name: 'Zoé', minor: true });
    expect(draftOf(tab, 'member', initial)).toEqual({ name: 'Zoé', minor: true });
    expect(draftOf(tab, 'other', initial)).toBeUndefined();
    forgetDraft(tab, 'member');
    expect(draftOf(tab, 'member', initial)).toBeUndefined();
  });

  it('is not shown to another person who signs in in the same tab', () => {
    const tab = storage();
    keepDraft(tab, draftName('ada', 'member'), initial, { name: 'Zoé', minor: false });
    expect(draftOf(tab, draftName('bilal', 'member'), initial)).toBeUndefined();
    expect(draftOf(tab, draftName('ada', 'member'), initial)).toEqual({ name: 'Zoé', minor: false });
  });

  it('is not kept when nothing differs from the beginning', () => {
    const tab = storage();
    keepDraft(tab, 'member', initial, { name: 'Zoé', minor: false });
    keepDraft(tab, 'member', initial, initial);
    expect(draftOf(tab, 'member', initial)).toBeUndefined();
  });

  it('is not used when the form now begins from other values', () => {
    const tab = storage();
    keepDraft(tab, 'member', initial, { name: 'Zoé', minor: false });
    expect(draftOf(tab, 'member', { name: 'changed by a colleague', minor: false })).toBeUndefined();
  });

  it('leaves out what the form does not have, or has with another type', () => {
    const tab = storage();
    keepDraft(tab, 'member', initial, { name: 'Zoé', minor: 'yes', gone: 'x' });
    expect(draftOf(tab, 'member', initial)).toEqual({ name: 'Zoé' });
  });

  it('does not disturb the form when the storage is full or holds something else', () => {
    expect(() => keepDraft(full, 'member', initial, { name: 'Zoé' })).not.toThrow();
    const tab = storage();
    tab.setItem('pandafab-draft-member', 'not JSON');
    expect(draftOf(tab, 'member', initial)).toBeUndefined();
  });
});
