import { type EndedRun, MOST_RETURNS, returnsToQueue } from './return-to-queue';

const unbegun: EndedRun = {
  outcome: 'failed',
  linesSent: 0,
  exact: true,
  cause: { code: 'MACHINE.NOT_READY' },
};
const before = { returns: 0, cancelRequested: false };

describe('a job whose run has ended', () => {
  it('goes back to the queue when certainly nothing was sent', () => {
    expect(returnsToQueue(unbegun, before)).toBe(true);
    expect(returnsToQueue({ ...unbegun, outcome: 'interrupted' }, before)).toBe(true);
  });

  it.each<[string, Partial<EndedRun>, Partial<typeof before>]>([
    ['a line was sent', { linesSent: 1 }, {}],
    ['a line may have been sent', { exact: false }, {}],
    ['a person cancelled it', { outcome: 'cancelled' }, {}],
    ['a person requested its cancellation', {}, { cancelRequested: true }],
    ['it is done', { outcome: 'done' }, {}],
    ['the guard refuses its file', { cause: { code: 'GUARD.POWER' } }, {}],
    ['its agent cannot read the guard’s policy', { cause: { code: 'LAB.GUARD_UNKNOWN' } }, {}],
    ['it has come back often enough', {}, { returns: MOST_RETURNS }],
  ])('waits for a person when %s', (_why, run, history) => {
    expect(returnsToQueue({ ...unbegun, ...run }, { ...before, ...history })).toBe(false);
  });
});
