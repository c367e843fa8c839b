import type { FirmwareProfile } from '@pandafab/firmware';
import type { HeaterGuard } from './heater-guard';
import type { Introduction } from './introduction';

/**
 * The script at the end of a run that is done, then every heater off: the script's unnumbered commands carry no checksum,
 * and the file may have heated what the script does not name.
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
