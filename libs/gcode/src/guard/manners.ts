/** Their argument is text for people, or the name of a file or object: letters and numbers in it have no meaning. */
const TEXTS = ['M0', 'M1', 'M16', 'M23', 'M28', 'M30', 'M32', 'M75', 'M117', 'M118', 'M486', 'M862'];
const NAMED_TEXTS = ['SET_DISPLAY_TEXT', 'SET_PRINT_STATS_INFO', 'RESPOND'];
const OBJECTS = ['EXCLUDE_OBJECT', 'EXCLUDE_OBJECT_DEFINE', 'EXCLUDE_OBJECT_START', 'EXCLUDE_OBJECT_END'];
const NAMED_TEXT = new Set([...NAMED_TEXTS, ...OBJECTS, '@']);
const TEXT = new Set([...TEXTS, ...NAMED_TEXTS, ...OBJECTS]);
export const isText = (name: string): boolean => TEXT.has(name);

/** The host executes these pauses itself, and sends neither them nor their text (special-commands.ts). */
const HOST_PAUSE = /^M[01]$/;
/** True for a rule whose command is a pause with a text. */
export const isHostPause = (rule: string): boolean => HOST_PAUSE.test(rule);

/** Below this nothing melts: EXTRUDE_MINTEMP is 170 °C in Marlin; slicers lower it to 150 or so. */
const COLDEST_EXTRUSION_C = 150;

/** Only these forms: other forms of "on" or "hot enough" are 0 for some firmware (parser.h, value_bool). */
const SOFT_ENDSTOPS_ON = /^(?: *S1)? *$/;
const WARM_ENOUGH = /^ *S *(\d{1,4})(?:\.\d*)?(?: *P0)? *$/;
/** Points, shifts and stored meshes (mbl, ubl and abl/G29.cpp); Prusa's P9 probes a width W. */
const OF_MESH = /[QZ]|P(?! *0*[139](?!\d))|S(?! *0*[012](?!\d))|C *[-+.\d]/i;

const ofMesh = (rest: string): string | null =>
  OF_MESH.test(rest) || (/W/i.test(rest) && !/P/i.test(rest)) ? 'calibration' : null;

const bare = (rest: string): string | null => (rest.trim() === '' ? 'bare' : null);

/** Commands that are harmless in one manner and not in another: each manner has its own rule. */
const manners: Readonly<Record<string, (rest: string) => string | null>> = {
  // Marlin 1 and Prusa-Firmware read a bare M302 as any temperature.
  M302: (rest) => (Number(WARM_ENOUGH.exec(rest)?.[1] ?? 0) < COLDEST_EXTRUSION_C ? 'cold' : null),
  M211: (rest) => (SOFT_ENDSTOPS_ON.test(rest) ? null : 'off'),
  M118: (rest) => (/\/\/|action|\bA\s*1/i.test(rest) ? 'action' : null),
  RESPOND: (rest) => (/\/\/|action|command/i.test(rest) ? 'action' : null),
  // Marlin's M226 waits for a pin; without one it is RepRapFirmware's pause.
  M226: (rest) => (/P/i.test(rest) ? 'pin' : null),
  // Bambu Studio's pause.
  M400: (rest) => (/^[ \t]*U[ \t]*1(?!\d)/i.test(rest) ? 'pause' : null),
  // A host's pause, as in OctoPrint and Repetier-Host: this host pauses too.
  '@': (rest) => (/^[ \t]*PAUSE(?![A-Z0-9_])/i.test(rest) ? 'pause' : null),
  // RepRapFirmware: tool offsets and workspaces.
  G10: (rest) => (/[XYZUVWL]/i.test(rest) ? 'offset' : null),
  // Where the nozzle hops when the tool changes (Prusa's XL); M217 of Marlin sets much more.
  M217: (rest) => (/^ *Z *\d(?:\.\d*)? *$/.test(rest) ? 'hop' : null),
  G29: (rest) => (/^ *G *$/.test(rest) ? 'heat' : ofMesh(rest)),
  // Marlin skips the moves of a cancelled object; it reads C and P inside a name as parameters too (M486.cpp).
  M486: (rest) => (/^[^A]*[PUC]/i.test(rest) ? 'cancel' : /[PUC]/i.test(rest) ? 'name' : null),
  // Splines and steps that the guard does not follow; without a word they do not move (Marlin's G5.cpp, G6.cpp, G42.cpp).
  G5: bare,
  G6: bare,
  G42: bare,
  // Without a target there is nothing to wait for (Marlin's M192.cpp).
  M192: bare,
};

/**
 * Commands that Prusa-Firmware finds in a text: a G alone is its G0, since strtol reads a missing number as 0
 * (Marlin_main.cpp, process_commands). If the text's own M has a small number, tools and debugging commands too.
 */
const COMMAND = /G|M[ \t]*\d/;
/** A printer's name has none of these, in capitals or not: `MK3S`, `MINI`. */
const IN_PRINTERS_NAME = /[GM][ \t]*\d/i;
const FIRST_LETTER = /[GMTD]/;
/** Prusa-Firmware drops these bytes, and reads the first asterisk as the checksum's (cmdqueue.cpp). */
const FOREIGN = /[*\x80-\xff]/;

/** True for commands whose manner must be checked. */
export const hasManners = (name: string): boolean => isText(name) || Object.hasOwn(manners, name);

/** The rule for a manner of this command alone; null without one, or for a harmless one. */
export function ownManner(name: string, rest: string): string | null {
  const own = Object.hasOwn(manners, name) ? manners[name]?.(rest) : null;
  return own ? `${name}:${own}` : null;
}

/**
 * The rule for a command in its manner. `:nested` marks a text in which firmware that looks for letters anywhere
 * (Prusa-Firmware's code_seen) would find a command, `:prusa` one in which it would find its own, such as a factory
 * reset, and take no line number; M117 it looks for first. `:escaped` has bytes that Marlin drops, and `:foreign` bytes that
 * Prusa-Firmware drops: the checksum would not match.
 * @param heard the text after the name, as each firmware reads it
 * @param written the name as written: Prusa-Firmware knows it only in that form
 */
export function mannerOf(name: string, heard: readonly string[], written = name): string {
  const own = heard.map((rest) => ownManner(name, rest)).find((rule) => rule !== null);
  if (own) return own;
  const prusa = heard.some((rest) => rest.includes('PRUSA'));
  if (!prusa && HOST_PAUSE.test(written) && /^[ \t]/.test(heard[0] ?? '')) return name;
  if (heard[0]?.includes('\\') && !NAMED_TEXT.has(name)) return `${name}:escaped`;
  const foreign = FOREIGN.test(heard[0] ?? '') ? `${name}:foreign` : name;
  if (prusa || written === 'M117') return prusa ? `${name}:prusa` : foreign;
  const inside = /^[a-z]/.test(written) ? FIRST_LETTER : COMMAND;
  const nested = /^[GMT]\d/.test(name) && heard.some((rest) => inside.test(rest));
  if (isSecond(name, heard, nested && written.split('.')[0] !== name)) return '*second';
  return nested ? `${name}:nested` : foreign;
}

/** A deliberate second command: no text contains it by chance. */
function isSecond(name: string, heard: readonly string[], isOddlyWritten: boolean): boolean {
  if (name === 'M862') return isOddlyWritten || heard.some((rest) => IN_PRINTERS_NAME.test(rest));
  if (name !== 'M486') return false;
  return isOddlyWritten || heard.some((rest) => COMMAND.test(rest) && !hidesOnlyInName(rest));
}

/** `M486 S1 AGear.stl`: the name contains no deliberate second command. */
const hidesOnlyInName = (rest: string): boolean =>
  rest.includes('A') && !COMMAND.test(rest.slice(0, rest.indexOf('A')));
