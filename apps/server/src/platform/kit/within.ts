import type { Clock } from '@pandafab/shared';

/** Waits for `work`, but no longer than `ms`. True when it succeeded in time; a later result is ignored. */
export function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.setTimer(ms, () => resolve(false));
    const settle = (ok: boolean) => () => {
      cancel();
      resolve(ok);
    };
    work.then(settle(true), settle(false));
  });
}
