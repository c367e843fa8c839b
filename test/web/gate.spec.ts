import { inTurn } from '../../apps/web/src/api/gate';

/** Requests that the test answers when it wants. */
function held() {
  const answers: (() => void)[] = [];
  const send = (word: string) =>
    inTurn(() => new Promise<string>((resolve) => answers.push(() => resolve(word))));
  return { answers, send };
}

describe('the gate before the server', () => {
  it('leaves connections free, however many requests hang', async () => {
    const { answers, send } = held();
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(send);
    await new Promise(setImmediate);
    expect(answers).toHaveLength(3);
    while (answers.length) {
      answers.shift()?.();
      await new Promise(setImmediate);
    }
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('gives its place to the next request when a request fails', async () => {
    const { answers, send } = held();
    const failing = Array.from({ length: 4 }, () => inTurn(() => Promise.reject(new Error('away'))));
    const after = send('after');
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(
      Array(4).fill('rejected'),
    );
    await new Promise(setImmediate);
    answers.shift()?.();
    expect(await after).toBe('after');
  });
});
