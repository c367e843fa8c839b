import { keepChoices, readChoices } from './choices';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe('what an administrator has put off', () => {
  it('is known again after a reload', () => {
    const browser = storage();
    expect(readChoices(browser)).toEqual({ later: [], isHidden: false });
    keepChoices({ later: ['seller'], isHidden: true }, browser);
    expect(readChoices(browser)).toEqual({ later: ['seller'], isHidden: true });
  });

  it.each(['not JSON', '{"later":"all"}', '{"later":["of-tomorrow"],"isHidden":1}', 'null'])(
    'is nothing where the browser holds %s',
    (text) => {
      const browser = storage();
      browser.kept.set('pandafab-start', text);
      expect(readChoices(browser)).toEqual({ later: [], isHidden: false });
    },
  );

  it('is forgotten where the storage is full', () => {
    const full = {
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => keepChoices({ later: [], isHidden: true }, full)).not.toThrow();
  });
});
