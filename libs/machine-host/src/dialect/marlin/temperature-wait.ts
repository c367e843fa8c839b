import type { HeaterWait } from '../../streamer/waits';

const TEMPERATURE_WAIT = /^TEMPERATURE_WAIT(?![A-Z0-9_])/i;

/**
 * The target of Klipper's own wait (heaters.py, cmd_TEMPERATURE_WAIT): it ends only between MINIMUM and MAXIMUM. Null for
 * every other command, and for other sensors than the extruders' and the bed's.
 */
export function temperatureWaitOf(command: string): HeaterWait | null {
  if (!TEMPERATURE_WAIT.test(command)) return null;
  const words = shellWords(command);
  const sensor = words.get('SENSOR')?.toLowerCase() ?? '';
  const [, tool] = /^extruder(\d*)$/.exec(sensor) ?? [];
  if (tool === undefined && sensor !== 'heater_bed') return null;
  const [least, most] = [
    pythonFloat(words.get('MINIMUM') ?? '0'),
    pythonFloat(words.get('MAXIMUM') ?? 'inf'),
  ];
  // Klipper answers a value that is not a number with an error.
  if (least === null || most === null) return null;
  const heater =
    tool === undefined ? { heater: 'bed' as const } : { heater: 'nozzle' as const, tool: Number(tool) };
  return { ...heater, targetC: least, exactly: false, ...(most < Infinity && { atMostC: most }) };
}

/** As Python's shlex reads them: quotes are removed, and the last of a repeated name is used. */
const shellWords = (command: string): ReadonlyMap<string, string> =>
  new Map(
    [...command.replace(/["'\\]/g, '').matchAll(/(?<=\s)([^\s=]+)=(\S*)/g)].map(
      ([, name = '', value = '']) => [name.toUpperCase(), value] as const,
    ),
  );

/** `3_00` is 300; no temperature reaches `nan` or `inf`. */
function pythonFloat(text: string): number | null {
  const infinite = /^([-+]?)(?:inf(?:inity)?|nan)$/i.exec(text);
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity;
  const value = text === '' ? Number.NaN : Number(text.replace(/(?<=\d)_(?=\d)/g, ''));
  return Number.isNaN(value) ? null : value;
}
