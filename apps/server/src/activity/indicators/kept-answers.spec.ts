import { KeptAnswers } from './kept-answers';

const times = { freshMs: 10, oldestMs: 100, most: 2 };

describe('answers that are kept', () => {
  it('are asked once while they are fresh, and renewed behind the reader’s back when they are not', async () => {
    const kept = new KeptAnswers<number>(times);
    let asked = 0;
    const ask = async () => ++asked;
    expect(await kept.get('a', 0, ask)).toBe(1);
    expect(await kept.get('a', 9, ask)).toBe(1);
    expect(await kept.get('a', 10, ask)).toBe(1);
    await Promise.resolve();
    expect(await kept.get('a', 11, ask)).toBe(2);
    expect(await kept.get('a', 200, ask)).toBe(3);
    expect(asked).toBe(3);
  });

  it('are not failures', async () => {
    const kept = new KeptAnswers<number>(times);
    await expect(kept.get('a', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await kept.get('a', 1, async () => 7)).toBe(7);
    expect(await kept.get('a', 50, () => Promise.reject(new Error('no')))).toBe(7);
    await Promise.resolve();
    expect(await kept.get('a', 51, async () => 8)).toBe(7);
  });

  it('are a limited number', async () => {
    const kept = new KeptAnswers<string>(times);
    for (const key of ['a', 'b', 'c']) await kept.get(key, 0, async () => key);
    expect(await kept.get('a', 1, async () => 'again')).toBe('again');
    expect(await kept.get('c', 1, async () => 'again')).toBe('c');
  });
});
