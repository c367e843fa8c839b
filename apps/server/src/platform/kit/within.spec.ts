import { FakeClock } from '@pandafab/testing';
import { within } from './within';

describe('waiting no longer than', () => {
  it.each([
    ['work that ends well', Promise.resolve('done'), true],
    ['work that fails', Promise.reject(new Error('away')), false],
  ])('reports %s, and leaves no timer', async (_what, work, told) => {
    const clock = new FakeClock();
    expect(await within(clock, 1000, work)).toBe(told);
    expect(clock.pending).toBe(0);
  });

  it('gives up on work that never ends', async () => {
    const clock = new FakeClock();
    const waiting = within(clock, 1000, new Promise(() => {}));
    clock.advance(1000);
    expect(await waiting).toBe(false);
  });
});
