import type { Clock } from '@pandafab/shared';

/** Waits for `work`, but no longer than `ms`. True when it ended well in time; what it does later is nobody's. */
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
