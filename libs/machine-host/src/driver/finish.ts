import type { FirmwareProfile } from '@pandafab/firmware';
import type { HeaterGuard } from './heater-guard';
import type { Introduction } from './introduction';
import type { StatusBoard } from './status-board';

/**
 * The script at the end of a run that is done. Unnumbered commands carry no checksum: where the script cools down,
 * the machine must say that it does.
 * @throws Fault MACHINE.HEATERS_UNCONFIRMED, or the cause for which the conversation failed
 */
export async function finish(
  exchange: Introduction,
  heaters: HeaterGuard,
  { scripts }: FirmwareProfile,
  board: StatusBoard,
): Promise<void> {
  for (const command of scripts.finish) await exchange.makeSure(command);
  await exchange.makeSure('M105');
  const { nozzle, bed } = board.status.temperatures;
  const hot = (nozzle?.target ?? 0) > 0 || (bed?.target ?? 0) > 0;
  if (hot && scripts.heatersOff.every((command) => scripts.finish.includes(command))) await heaters.off();
}
