import { readFileSync } from 'node:fs';
import { isLastFailure, STALLED_TOO_OFTEN } from './is-last-failure';

describe('the failure of a step', () => {
  const step = (attemptsMade: number) => ({ attemptsMade, opts: { attempts: 3 } });

  it('is the last one at its last attempt', () => {
    expect([1, 2, 3].map((made) => isLastFailure(step(made), new Error('no')))).toEqual([false, false, true]);
  });

  it('is the last one when its process died too often, even with attempts left', () => {
    expect(isLastFailure(step(0), new Error(STALLED_TOO_OFTEN))).toBe(true);
  });

  it('is the last one when BullMQ no longer has the step', () => {
    expect(isLastFailure(undefined, new Error('no'))).toBe(true);
  });

  it('is recognised by the words of the installed BullMQ', () => {
    const path = require.resolve('bullmq').replace(/dist\/.*/, 'dist/cjs/scripts/moveStalledJobsToWait-9.js');
    expect(readFileSync(path, 'utf8')).toContain(`failedReason = "${STALLED_TOO_OFTEN}"`);
  });
});
