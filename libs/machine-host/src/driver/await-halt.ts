import { type Clock, Fault } from '@pandafab/shared';
import type { StatusBoard } from './status-board';

/** How long a machine that was stopped may take to say that it has halted. */
export const HALT_WITHIN_MS = 2_000;

/**
 * A halted firmware answers nothing: what it says while it halts is all that can be known of its heaters.
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
