import { type Clock, Fault } from '@pandafab/shared';
import type { StatusBoard } from './status-board';

/** The time in which a stopped machine must report that it has halted. */
export const HALT_WITHIN_MS = 2_000;

/**
 * A halted firmware does not answer: its messages while it halts are the only information about its heaters.
 * @throws Fault MACHINE.HEATERS_UNCONFIRMED
 */
export async function awaitHalt(board: StatusBoard, clock: Clock): Promise<void> {
  if (board.status.heatersUnknown)
    await new Promise<void>((resolve) => {
      const end = () => {
        cancel();
        stop();
        resolve();
      };
      const cancel = clock.setTimer(HALT_WITHIN_MS, end);
      const stop = board.listen(({ heatersUnknown }) => {
        if (!heatersUnknown) end();
      });
    });
  if (board.status.heatersUnknown) throw new Fault('MACHINE.HEATERS_UNCONFIRMED');
}
