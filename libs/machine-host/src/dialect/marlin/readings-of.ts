import type { Reading, TemperatureReport } from '../../protocol/temperatures';
import type { HeaterReading } from '../../readings';

/** As Marlin names them (temperature.cpp, `print_heater_states`); `T` and `T0` to `T7` are nozzles. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['B', 'bed'],
  ['C', 'chamber'],
]);
const TOOL = /^T(\d*)$/;

/**
 * A report as a list: the active nozzle first, then each tool when several are reported, then the other heaters.
 * @param targetOf the target of a heater without one in the report, by the firmware's name for the heater
 */
export function readingsOf(
  { heaters, nozzle }: TemperatureReport,
  targetOf: (name: string) => number,
): HeaterReading[] {
  const complete = (name: string, firmwareName: string, { actual, target }: Reading): HeaterReading => ({
    ...{ name, actual, target: target ?? targetOf(firmwareName) },
  });
  const [tools, others] = split([...heaters.keys()]);
  const several = tools.length > 1 ? tools : [];
  const listed = [...several, ...others].flatMap(([name, firmwareName]) => {
    const reading = heaters.get(firmwareName);
    return reading ? [complete(name, firmwareName, reading)] : [];
  });
  return nozzle ? [complete('nozzle', 'T', nozzle), ...listed] : listed;
}

/** Numbered tools, and all other heaters: each with its name and the firmware's. */
function split(firmwareNames: readonly string[]): [[string, string][], [string, string][]] {
  const tools: [string, string][] = [];
  const others: [string, string][] = [];
  for (const each of firmwareNames) {
    const [, tool] = TOOL.exec(each) ?? [];
    if (tool === undefined) others.push([NAMES.get(each) ?? each, each]);
    else if (tool !== '') tools.push([`nozzle ${tool}`, each]);
  }
  return [tools, others];
}
