import { Coalesced } from './coalesced';

describe('coalesced work', () => {
  it('runs once more, not once for each request, when it is requested while it runs', async () => {
    const releases: (() => void)[] = [];
    const work = jest.fn(() => new Promise<void>((resolve) => releases.push(resolve)));
    const coalesced = new Coalesced(work, () => {});
    coalesced.poke();
    coalesced.poke();
    coalesced.poke();
    expect(work).toHaveBeenCalledTimes(1);
    releases.shift()?.();
    await new Promise(setImmediate);
    expect(work).toHaveBeenCalledTimes(2);
    releases.shift()?.();
    await coalesced.close();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('reports a failure, and can be requested again', async () => {
    const failures: string[] = [];
    const coalesced = new Coalesced(
      () => Promise.reject(new Error('no')),
      (error) => failures.push(error.message),
    );
    coalesced.poke();
    await new Promise(setImmediate);
    coalesced.poke();
    await coalesced.close();
    expect(failures).toEqual(['no', 'no']);
  });
});
