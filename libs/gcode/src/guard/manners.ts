/** Their argument is text for people, files or objects' names: letters and numbers in it mean nothing. */
const TEXTS = ['M0', 'M1', 'M16', 'M23', 'M28', 'M30', 'M32', 'M75', 'M117', 'M118', 'M486', 'M862'];
const NAMED_TEXTS = ['SET_DISPLAY_TEXT', 'SET_PRINT_STATS_INFO', 'RESPOND'];
const OBJECTS = ['EXCLUDE_OBJECT', 'EXCLUDE_OBJECT_DEFINE', 'EXCLUDE_OBJECT_START', 'EXCLUDE_OBJECT_END'];
const NAMED_TEXT = new Set([...NAMED_TEXTS, ...OBJECTS, '@']);
const TEXT = new Set([...TEXTS, ...NAMED_TEXTS, ...OBJECTS]);
export const isText = (name: string): boolean => TEXT.has(name);

/** As the host knows them: it pauses by itself, and neither they nor their text are sent (special-commands.ts). */
const HOST_PAUSE = /^M[01]$/;
/** True for a rule whose command is a pause with a text behind it. */
export const isHostPause = (rule: string): boolean => HOST_PAUSE.test(rule);

/** Below this nothing melts: EXTRUDE_MINTEMP is 170 °C in Marlin; slicers lower it to 150 or so. */
const COLDEST_EXTRUSION_C = 150;

/** Written out: of whatever else might mean "on" or "hot enough", some firmware makes 0 (parser.h, value_bool). */
const SOFT_ENDSTOPS_ON = /^(?: *S1)? *$/;
const WARM_ENOUGH = /^ *S *(\d{1,4})(?:\.\d*)?(?: *P0)? *$/;
/** Points, shifts and stored meshes (mbl, ubl and abl/G29.cpp); Prusa's P9 probes a width W. */
const OF_MESH = /[QZ]|P(?! *0*[139](?!\d))|S(?! *0*[012](?!\d))|C *[-+.\d]/i;

const ofMesh = (rest: string): string | null =>
  OF_MESH.test(rest) || (/W/i.test(rest) && !/P/i.test(rest)) ? 'calibration' : null;

const bare = (rest: string): string | null => (rest.trim() === '' ? 'bare' : null);

/** Commands that are harmless in one manner and not in another: the manner makes another rule of it. */
const manners: Readonly<Record<string, (rest: string) => string | null>> = {
  // Marlin 1 and Prusa-Firmware take a bare M302 for any temperature.
  M302: (rest) => (Number(WARM_ENOUGH.exec(rest)?.[1] ?? 0) < COLDEST_EXTRUSION_C ? 'cold' : null),
  M211: (rest) => (SOFT_ENDSTOPS_ON.test(rest) ? null : 'off'),
  M118: (rest) => (/\/\/|action|\bA\s*1/i.test(rest) ? 'action' : null),
  RESPOND: (rest) => (/\/\/|action|command/i.test(rest) ? 'action' : null),
  // Marlin's M226 waits for a pin; without one it is RepRapFirmware's pause.
  M226: (rest) => (/P/i.test(rest) ? 'pin' : null),
  // Bambu Studio's pause.
  M400: (rest) => (/^[ \t]*U[ \t]*1(?!\d)/i.test(rest) ? 'pause' : null),
  // A host's pause, as OctoPrint and Repetier-Host take it: this host pauses too.
  '@': (rest) => (/^[ \t]*PAUSE(?![A-Z0-9_])/i.test(rest) ? 'pause' : null),
  // RepRapFirmware: tool offsets and workspaces.
  G10: (rest) => (/[XYZUVWL]/i.test(rest) ? 'offset' : null),
  // Where the nozzle hops when the tool changes (Prusa's XL); M217 of Marlin sets much more.
  M217: (rest) => (/^ *Z *\d(?:\.\d*)? *$/.test(rest) ? 'hop' : null),
  G29: (rest) => (/^ *G *$/.test(rest) ? 'heat' : ofMesh(rest)),
  // Marlin leaves out the moves of an object that was cancelled; in a name, too, it takes C and P for that (M486.cpp).
  M486: (rest) => (/^[^A]*[PUC]/i.test(rest) ? 'cancel' : /[PUC]/i.test(rest) ? 'name' : null),
  // Splines and steps that nobody follows; without a word they go nowhere (Marlin's G5.cpp, G6.cpp, G42.cpp).
  G5: bare,
  G6: bare,
  G42: bare,
  // Without a target there is nothing to wait for (Marlin's M192.cpp).
  M192: bare,
};

/**
 * What Prusa-Firmware finds in a text: a G alone is its G0, since strtol makes 0 of what is no number (Marlin_main.cpp,
 * process_commands). Where the text's own M is a small one, tools and debugging commands too.
 */
const COMMAND = /G|M[ \t]*\d/;
/** A printer's name has none of these, in capitals or not: `MK3S`, `MINI`. */
const IN_PRINTERS_NAME = /[GM][ \t]*\d/i;
const FIRST_LETTER = /[GMTD]/;
/** Prusa-Firmware drops the bytes, and takes the first asterisk for the checksum's (cmdqueue.cpp). */
const FOREIGN = /[*\x80-\xff]/;

/** True for commands whose manner must be looked at. */
export const hasManners = (name: string): boolean => isText(name) || Object.hasOwn(manners, name);

/** The rule for a manner that only this command has; null where it has none, or is harmless. */
export function ownManner(name: string, rest: string): string | null {
  const own = Object.hasOwn(manners, name) ? manners[name]?.(rest) : null;
  return own ? `${name}:${own}` : null;
}

/**
 * The rule for a command in its manner. `:nested` marks a text in which firmware that looks for letters anywhere
 * (Prusa-Firmware's code_seen) would find a command, `:prusa` one in which it would find its own, such as a factory
 * reset, and take no line number; M117 it looks for first. `:escaped` holds what Marlin drops, and `:foreign` what
 * Prusa-Firmware does: the checksum would not fit.
 * @param heard what stands behind the name, as each firmware hears it
 * @param written the name as it stands there: Prusa-Firmware knows it in that form only
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

/** What somebody must have meant for a second command: nobody's text holds it by chance. */
function isSecond(name: string, heard: readonly string[], isOddlyWritten: boolean): boolean {
  if (name === 'M862') return isOddlyWritten || heard.some((rest) => IN_PRINTERS_NAME.test(rest));
  if (name !== 'M486') return false;
  return isOddlyWritten || heard.some((rest) => COMMAND.test(rest) && !hidesOnlyInName(rest));
}

/** `M486 S1 AGear.stl`: what the name holds is no second command that somebody meant. */
const hidesOnlyInName = (rest: string): boolean =>
  rest.includes('A') && !COMMAND.test(rest.slice(0, rest.indexOf('A')));
