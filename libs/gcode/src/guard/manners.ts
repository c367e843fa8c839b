/** Their argument is text for people, files or objects' names: letters and numbers in it mean nothing. */
const TEXTS = ['M0', 'M1', 'M16', 'M23', 'M28', 'M30', 'M32', 'M117', 'M118', 'M486'];
const NAMED_TEXTS = ['SET_DISPLAY_TEXT', 'SET_PRINT_STATS_INFO', 'RESPOND'];
const OBJECTS = ['EXCLUDE_OBJECT', 'EXCLUDE_OBJECT_DEFINE', 'EXCLUDE_OBJECT_START', 'EXCLUDE_OBJECT_END'];
const TEXT = new Set([...TEXTS, ...NAMED_TEXTS, ...OBJECTS]);
export const isText = (name: string): boolean => TEXT.has(name);

/** Below this nothing melts: EXTRUDE_MINTEMP is 170 °C in Marlin; slicers lower it to 150 or so. */
const COLDEST_EXTRUSION_C = 150;

/** Commands that are harmless in one manner and not in another: the manner makes another rule of it. */
const manners: Readonly<Record<string, (rest: string) => string | null>> = {
  // Marlin 1 and Prusa-Firmware take a bare M302 for any temperature.
  M302: (rest) => {
    const coldest = Math.min(...numbers(rest, 'S'));
    const allows = numbers(rest, 'P').some((value) => value !== 0);
    return allows || coldest < COLDEST_EXTRUSION_C || !/[SP]/i.test(rest) ? 'cold' : null;
  },
  M211: (rest) => (numbers(rest, 'S').includes(0) ? 'off' : null),
  M118: (rest) => (/\/\/|action|\bA\s*1/i.test(rest) ? 'action' : null),
  RESPOND: (rest) => (/\/\/|action|command/i.test(rest) ? 'action' : null),
  // RepRapFirmware: tool offsets and workspaces.
  G10: (rest) => (/[XYZUVWL]/i.test(rest) ? 'offset' : null),
};

/** True for commands whose manner must be looked at. */
export const hasManners = (name: string): boolean => isText(name) || Object.hasOwn(manners, name);

/**
 * The rule for a command in its manner. `:nested` marks a text in which firmware that looks for letters anywhere
 * (Prusa-Firmware's code_seen) would find a command, `:prusa` one in which it would find its own, such as a factory
 * reset; M117 it looks for first.
 */
export function mannerOf(name: string, rest: string): string {
  const own = Object.hasOwn(manners, name) ? manners[name]?.(rest) : null;
  if (own) return `${name}:${own}`;
  if (name === 'M117') return name;
  if (rest.includes('PRUSA')) return `${name}:prusa`;
  const nested = /^[GMT]\d/.test(name) && /G|M[ \t]*\d/i.test(rest);
  return nested ? `${name}:nested` : name;
}

const numbers = (rest: string, letter: string): number[] =>
  [...rest.matchAll(new RegExp(`${letter}[ \\t]*([-+]?\\d*\\.?\\d+)`, 'gi'))].map(([, digits]) =>
    Number(digits),
  );
