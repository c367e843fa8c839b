import type { FirmwareProfile } from '@pandafab/firmware';
import type { HeaterGuard } from './heater-guard';
import type { Introduction } from './introduction';

/**
 * Sends the script at the end of a finished run, then switches every heater off: the script's unnumbered commands have no
 * checksum, and the file may have heated a heater that the script does not name.
 * @throws Fault MACHINE.HEATERS_UNCONFIRMED, or the cause for which the conversation failed
 */
export async function finish(
  exchange: Introduction,
  heaters: HeaterGuard,
  { scripts }: FirmwareProfile,
): Promise<void> {
  for (const command of scripts.finish) await exchange.makeSure(command);
  await heaters.off();
}
