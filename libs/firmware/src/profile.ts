import { guardRulesSchema } from '@pandafab/shared';
import { z } from 'zod';
import { isPattern } from './pattern';
import { simulation } from './simulation';

const prefixes = (what: string) =>
  z.array(z.string().min(1)).describe(`Beginnings of lines that are ${what}`);
const script = (when: string) => z.array(z.string().min(1)).describe(`Commands sent ${when}`);
const milliseconds = (what: string) => z.int().positive().describe(`Milliseconds ${what}`);

const framing = z
  .strictObject({
    checksum: z
      .enum(['xor', 'none'])
      .describe('What the firmware checks behind the asterisk; none: it reads neither numbers nor checksums'),
    maxBytes: z
      .int()
      .positive()
      .max(4096)
      .describe('Longest framed line with its newline (MAX_CMD_SIZE); the host reads no longer one'),
  })
  .describe('How a command is put on the wire');

const buffer = z
  .strictObject({
    commands: z.int().positive().describe('Commands kept between reading and executing (BUFSIZE)'),
    rxBytes: z.int().positive().describe('Bytes of the receive ring in front of it (RX_BUFFER_SIZE)'),
    plannerBlocks: z.int().positive().describe('Moves kept by the planner (BLOCK_BUFFER_SIZE)'),
    window: z.int().positive().describe('Lines in flight to a firmware that does not say what it can hold'),
    advancedOkWindow: z.int().positive().describe('Most lines in flight to one that does (ADVANCED_OK)'),
  })
  .describe('What the firmware holds before it loses bytes');

const capabilities = z
  .strictObject({
    ADVANCED_OK: z.boolean().describe('`ok N2 P31 B15`: recognised from the replies, M115 does not tell'),
    EMERGENCY_PARSER: z.boolean().describe('M108, M112, M410 and M876 are taken out of band'),
    AUTOREPORT_TEMP: z.boolean().describe('M155 makes it report temperatures by itself'),
    HOST_ACTION_COMMANDS: z.boolean().describe('It speaks to the host with //action: lines'),
    PROMPT_SUPPORT: z.boolean().describe('It shows prompts on the host and takes M876'),
  })
  .describe('What is assumed until M115 says otherwise, and what a virtual machine of this profile has');

const replies = z
  .strictObject({
    ok: prefixes('the answer to one command'),
    resend: prefixes('a request to send again, the line number follows'),
    error: prefixes('errors'),
    refusal: prefixes('a command refused, though an ok follows: the run stops'),
    locked: prefixes('every command refused until a person unlocks the machine: the run stops'),
    prevented: prefixes('a move carried out without its filament: too cold, too long'),
    ignored: prefixes('a command left out, because it is unknown or cannot be done'),
    warning: prefixes('something else that did not go as the file says: the run is not exact'),
    lineError: prefixes('an error of one line that is asked for again. Behind the prefix of an error'),
    needsNumber: prefixes('a command refused because it has no line number. Behind the prefix of an error'),
    busy: prefixes('signs of life during a long command'),
    banner: prefixes('what a reset firmware says first'),
    rebooted: prefixes('what only a firmware says that starts: behind the banner, which may be lost'),
    starting: prefixes(
      'a refusal that passes: the firmware has not started yet. Behind the prefix of a refusal',
    ),
    halted: prefixes('the end of all talk until a reset, after any error prefix'),
    action: prefixes('messages of the firmware to the host'),
  })
  .describe('What its lines begin with');

const resend = z
  .strictObject({
    okFollows: z.boolean().describe('A request to resend is followed by an ok of its own'),
    settleMs: milliseconds('to wait for that ok and for the requests that lines in flight still draw'),
    identicalLimit: z.int().positive().describe('Requests for one and the same line before the run fails'),
  })
  .describe('How it asks for a line again');

const timeouts = z
  .strictObject({
    connectMs: milliseconds('for the machine to answer for the first time after the port is open'),
    okMs: milliseconds('without ok or busy before the machine is probed'),
    busyMs: milliseconds('after a sign of life before it is probed'),
    probes: z.int().positive().describe('Probes without an answer before the machine counts as silent'),
    temperatureMs: milliseconds('between two temperature readings'),
    commandMs: milliseconds('that one command may take, however often the firmware says that it is busy'),
    stallMs: milliseconds('without coming a degree nearer to an awaited temperature before the run ends'),
    unreadableMs: milliseconds(
      'of answers to M105 that do not tell the awaited temperature before the run ends',
    ),
  })
  .describe('When silence means something');

const reset = z
  .strictObject({
    onOpen: z.boolean().describe('Opening the port may reset the board'),
    dtr: z
      .enum(['leave', 'assert', 'clear'])
      .describe('What to do with the DTR line when opening: leave it to the system, or force it'),
    command: z
      .string()
      .min(1)
      .nullable()
      .describe(
        'What a person sends to bring it back once it has shut down; null: it is switched off and on',
      ),
    dtrPulseResets: z.boolean().describe('A pulse on DTR resets the board: used for an emergency stop'),
  })
  .describe('The reset line');

const scripts = z
  .strictObject({
    connect: script('once the machine has answered'),
    state: script('to a firmware that answers though it cannot work: refused by one that cannot'),
    pause: script('when a run pauses, to park: after the lines in flight, where the position is known'),
    resume: script('before a paused run goes on, before its position is restored'),
    interrupt: script('past all that waits when a run is cancelled: it ends whatever the firmware waits for'),
    cancel: script('when a run is cancelled, before the heaters are switched off'),
    finish: script('after the last line of a run that is done'),
    heatersOff: script('whenever a run ends otherwise than done; all targets must read 0 afterwards'),
    release: script('after a cancelled run, once the nozzle is away from the part and the heaters are off'),
    emergency: script('at once, whatever the machine is doing'),
  })
  .describe('Commands for the occasions of a run');

const pause = z
  .strictObject({
    keepMinutes: z.number().positive().describe('How long a paused run may heat; then its heaters go off'),
    lowerNozzleToC: z
      .int()
      .nonnegative()
      .nullable()
      .describe('Nozzle temperature meanwhile, °C, where that is lower; null keeps what the file wants'),
    retractMm: z.number().nonnegative().describe('Filament drawn back while the nozzle is parked, mm'),
  })
  .describe('What happens to a run that is paused; temperatures and position return before it goes on');

const limits = z
  .strictObject({
    maxNozzleC: z.int().positive().describe('Highest nozzle temperature, °C'),
    maxBedC: z.int().positive().describe('Highest bed temperature, °C'),
    extruders: z.int().positive(),
  })
  .describe('What the machine can stand');

const guard = guardRulesSchema.describe(
  'What becomes of each command of a file: allow, warn, strip or refuse, and why; refused when not listed',
);

const extrusion = z
  .strictObject({
    modes: z
      .enum(['latest', 'either', 'own'])
      .describe('E is relative as the last of G90, G91, M82, M83 says; after G91 or M83; or as M82, M83 say'),
    flow: z
      .enum(['whole', 'fraction'])
      .describe('M221 in whole per cents, or with decimals and 100 where no S is given'),
    flowOf: z.enum(['tool', 'all']).describe('M221 is about one tool, or about all of them'),
    volumetric: z.boolean().describe('M200 can make E count cubic millimetres'),
    alsoMoves: z
      .array(z.string().regex(/^(?:[GM]\d+|T)$/))
      .describe(
        'Codes that may move filament by themselves here, beside those that do everywhere; T: a new tool',
      ),
  })
  .describe('How it takes E: what a file or the ledger counts as filament rests on it');

const durations = z
  .strictObject({
    nozzleCelsiusPerSecond: z.number().positive().describe('How fast a nozzle warms up, °C a second'),
    bedCelsiusPerSecond: z.number().positive().describe('The same of the bed'),
    chamberCelsiusPerSecond: z.number().positive().describe('The same of the chamber'),
    toolChangeSeconds: z
      .number()
      .nonnegative()
      .describe('A change of tools by the machine itself, loading and unloading included'),
    filamentChangeSeconds: z.number().nonnegative().describe('A person brings another spool (M600)'),
  })
  .describe('How long it takes for what is no move, as long as nobody has measured it on the machine');

const axes = (what: string) =>
  z.strictObject({ x: z.number(), y: z.number(), z: z.number() }).describe(`${what}, mm`);

const volume = z
  .strictObject({
    belowMm: axes('How far the tool may go below 0: purge lines, places to park'),
    beyondMm: axes('How far it may go beyond the size of the machine'),
    homeMm: axes('Where homing leaves it'),
    homesOverBed: z
      .boolean()
      .describe('Homing Z may leave X and Y over the middle of the bed (Z_SAFE_HOMING, safe_z_home)'),
    homingRaiseMm: z.number().nonnegative().describe('How far above homeMm homing may leave Z'),
    homesAtEnd: z.boolean().describe('Homing may leave X or Y at their far end (X_HOME_DIR 1)'),
    stopsAtEnds: z
      .boolean()
      .describe('Software endstops shorten a move that leads out; false: such a move is an error'),
  })
  .describe('The reach of the machine around its nominal size');

const patterns = (where: string) =>
  z
    .array(z.string().min(1).refine(isPattern, 'not a regular expression'))
    .describe(`Regular expressions, each of which some line of ${where} must match`);

const fingerprint = z
  .strictObject({
    banner: patterns('the reset banner'),
    m115: patterns('the M115 answer, capabilities included'),
    advancedOk: z.boolean().nullable().describe('Its oks carry N, P and B; null: either way'),
  })
  .describe(
    'How a connected machine is recognised as this firmware. Never inherited; nothing: not recognised',
  );

const identity = z
  .strictObject({
    banner: z.array(z.string()).describe('Lines after a reset'),
    m115: z.array(z.string()).describe('Lines of the M115 answer, without capabilities and ok'),
  })
  .describe('How a virtual machine of this profile presents itself');

/** The parts of a profile; a file states those in which it differs from what it extends. */
export const sections = {
  framing,
  buffer,
  capabilities,
  replies,
  resend,
  timeouts,
  reset,
  scripts,
  pause,
  limits,
  guard,
  extrusion,
  durations,
  volume,
  fingerprint,
  identity,
  simulation,
};

const head = {
  name: z.string().min(1).describe('What people call it'),
  dialect: z.enum(['marlin']).describe('Family of protocol: chooses the streamer'),
};

/**
 * A complete profile, after inheritance. Its id is its file's name; `lineage` names what it extends, nearest
 * first, templates included.
 */
export const profileSchema = z.strictObject({
  id: z.string().min(1),
  lineage: z.array(z.string()),
  ...head,
  ...sections,
});
export type FirmwareProfile = z.infer<typeof profileSchema>;

/** A file of firmware-profiles/: everything may be left to what it extends. */
export const profileFileSchema = z.strictObject({
  $schema: z.string().optional(),
  extends: z
    .string()
    .optional()
    .describe('A template or profile: its path from firmware-profiles/, without .json'),
  name: head.name.optional(),
  dialect: head.dialect.optional(),
  framing: framing.partial().optional(),
  buffer: buffer.partial().optional(),
  capabilities: capabilities.partial().optional(),
  replies: replies.partial().optional(),
  resend: resend.partial().optional(),
  timeouts: timeouts.partial().optional(),
  reset: reset.partial().optional(),
  scripts: scripts.partial().optional(),
  pause: pause.partial().optional(),
  limits: limits.partial().optional(),
  guard: guard.optional(),
  extrusion: extrusion.partial().optional(),
  durations: durations.partial().optional(),
  volume: volume.partial().optional(),
  fingerprint: fingerprint.partial().optional(),
  identity: identity.partial().optional(),
  simulation: simulation.partial().optional(),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;
