import { z } from 'zod';
import { isPattern } from './pattern';
import { simulation } from './simulation';

const prefixes = (what: string) =>
  z.array(z.string().min(1)).describe(`The first characters of lines that are ${what}`);
const script = (when: string) => z.array(z.string().min(1)).describe(`Commands sent ${when}`);
const milliseconds = (what: string) => z.int().positive().describe(`Milliseconds ${what}`);

const framing = z
  .strictObject({
    checksum: z
      .enum(['xor', 'none'])
      .describe('The checksum after the asterisk; none: the firmware reads no line numbers and no checksums'),
    maxBytes: z
      .int()
      .positive()
      .max(4096)
      .describe(
        'The longest line that it accepts, with number, checksum and newline (MAX_CMD_SIZE); the host reads no longer line either',
      ),
  })
  .describe('How a command is put on the wire');

const buffer = z
  .strictObject({
    commands: z.int().positive().describe('Number of commands that are read and not yet executed (BUFSIZE)'),
    rxBytes: z.int().positive().describe('Bytes that are received and not yet read (RX_BUFFER_SIZE)'),
    plannerBlocks: z.int().positive().describe('Number of moves in the planner (BLOCK_BUFFER_SIZE)'),
    window: z
      .int()
      .positive()
      .describe('The most lines without an ok yet, while the firmware does not report its capacity'),
    advancedOkWindow: z.int().positive().describe('The same while it does (ADVANCED_OK)'),
  })
  .describe('How much the firmware can hold before it loses bytes');

const capabilities = z
  .strictObject({
    ADVANCED_OK: z
      .boolean()
      .describe('`ok N2 P31 B15`: recognised from the replies, because M115 does not report it'),
    EMERGENCY_PARSER: z
      .boolean()
      .describe('M108, M112, M410 and M876 are executed as soon as they are received'),
    AUTOREPORT_TEMP: z.boolean().describe('M155 makes it report temperatures by itself'),
    HOST_ACTION_COMMANDS: z.boolean().describe('It sends //action: lines to the host'),
    PROMPT_SUPPORT: z.boolean().describe('It shows questions on the host, and M876 answers them'),
  })
  .describe('Used until M115 reports something else; a virtual machine of this profile has them');

const replies = z
  .strictObject({
    ok: prefixes('the answer to one command'),
    resend: prefixes('requests to send a line again; its number follows'),
    error: prefixes('errors'),
    refusal: prefixes('refusals of a command, although an ok follows: the run stops'),
    locked: prefixes('refusals of every command until a person unlocks the machine: the run stops'),
    prevented: prefixes(
      'messages that a move was made without its filament: the nozzle was too cold, or the length too great',
    ),
    ignored: prefixes('messages that a command was not executed, because it is unknown or impossible'),
    warning: prefixes('messages about anything else that differs from the file: the run is not exact'),
    lineError: prefixes('errors in one line, which is then requested again. After the prefix of an error'),
    needsNumber: prefixes('refusals of a command without a line number. After the prefix of an error'),
    busy: prefixes('messages that a long command is still being executed'),
    banner: prefixes('the first messages after a reset'),
    rebooted: prefixes(
      'messages after the banner that only a starting firmware sends: the banner may be lost',
    ),
    starting: prefixes(
      'refusals because the firmware has not started yet: they end by themselves. After the prefix of a refusal',
    ),
    halted: prefixes('the last message until a reset, after any error prefix'),
    action: prefixes('messages of the firmware to the host'),
  })
  .describe('How its lines begin');

const resend = z
  .strictObject({
    okFollows: z.boolean().describe('After a request to resend comes an ok that belongs to the request'),
    settleMs: milliseconds(
      'to wait for that ok, and for further requests because of lines that were already sent',
    ),
    identicalLimit: z
      .int()
      .positive()
      .describe('Number of requests for the same line after which the run fails'),
  })
  .describe('How it requests a line again');

const timeouts = z
  .strictObject({
    connectMs: milliseconds('for the machine to answer for the first time after the port is open'),
    okMs: milliseconds('without an ok or a busy message before the host checks whether an ok was lost'),
    busyMs: milliseconds('after a busy message before the host checks the same'),
    probes: z
      .int()
      .positive()
      .describe('Number of checks without an answer after which the machine counts as silent'),
    temperatureMs: milliseconds('between two temperature readings'),
    commandMs: milliseconds('that one command may take, also while the firmware sends busy messages'),
    stallMs: milliseconds('in which a heater comes no degree nearer to its target, before the run ends'),
    unreadableMs: milliseconds(
      'in which the answers to M105 do not contain the temperature of that heater, before the run ends',
    ),
  })
  .describe('Time limits for missing answers');

const scripts = z
  .strictObject({
    connect: script('when the machine has answered for the first time'),
    state: script('to find out whether the firmware can work: one that answers but cannot work refuses them'),
    pause: script('to park when a run pauses: after the lines already sent, if the position is known'),
    resume: script('before a paused run continues and its position is restored'),
    interrupt: script(
      'before all waiting commands when a run is cancelled: they end any wait of the firmware',
    ),
    cancel: script('when a run is cancelled, before the heaters are switched off'),
    finish: script('after the last line of a run'),
    heatersOff: script('when a run is cancelled or fails; all targets must be reported as 0 afterwards'),
    release: script('after a cancelled run, when the nozzle is away from the part and the heaters are off'),
    emergency: script('immediately, in every state of the machine, for an emergency stop'),
  })
  .describe('Commands that the host sends by itself');

const patterns = (where: string) =>
  z
    .array(z.string().min(1).refine(isPattern, 'not a regular expression'))
    .describe(`Regular expressions: each must match a line of ${where}`);

const fingerprint = z
  .strictObject({
    banner: patterns('the reset banner'),
    m115: patterns('the M115 answer, capabilities included'),
    advancedOk: z
      .boolean()
      .nullable()
      .describe('True when its oks contain N, P and B, false when they do not; null: not used'),
  })
  .describe('How a connected machine is recognised as this firmware. Never inherited; empty: not recognised');

const identity = z
  .strictObject({
    banner: z.array(z.string()).describe('Lines after a reset'),
    m115: z.array(z.string()).describe('Lines of its answer to M115, without capabilities and ok'),
  })
  .describe('The messages by which a virtual machine of this profile is recognised');

/** The sections of a profile of the dialect `marlin`: numbered lines with a checksum, an ok for each. */
export const marlinSections = {
  framing,
  buffer,
  capabilities,
  replies,
  resend,
  timeouts,
  scripts,
  fingerprint,
  identity,
  simulation,
};

/** The same in a file, which leaves out what it inherits. */
export const marlinParts = {
  framing: framing.partial().optional(),
  buffer: buffer.partial().optional(),
  capabilities: capabilities.partial().optional(),
  replies: replies.partial().optional(),
  resend: resend.partial().optional(),
  timeouts: timeouts.partial().optional(),
  scripts: scripts.partial().optional(),
  fingerprint: fingerprint.partial().optional(),
  identity: identity.partial().optional(),
  simulation: simulation.partial().optional(),
};
