import { z } from 'zod';

const prefixes = (what: string) =>
  z.array(z.string().min(1)).describe(`Beginnings of lines that are ${what}`);
const script = (when: string) => z.array(z.string().min(1)).describe(`Commands sent ${when}`);
const milliseconds = (what: string) => z.int().positive().describe(`Milliseconds ${what}`);

const framing = z
  .strictObject({
    lineNumbers: z.boolean().describe('Lines carry N<number>, counted up from M110'),
    checksum: z.enum(['xor', 'none']).describe('What stands after the asterisk'),
    maxBytes: z.int().positive().describe('Longest framed line with its newline (MAX_CMD_SIZE)'),
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
    busy: prefixes('signs of life during a long command'),
    banner: prefixes('what a reset firmware says first'),
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
  })
  .describe('When silence means something');

const reset = z
  .strictObject({
    onOpen: z.boolean().describe('Opening the port may reset the board'),
    dtr: z
      .enum(['leave', 'assert', 'clear'])
      .describe('What to do with the DTR line when opening: leave it to the system, or force it'),
    dtrPulseResets: z.boolean().describe('A pulse on DTR resets the board: used for an emergency stop'),
  })
  .describe('The reset line');

const scripts = z
  .strictObject({
    connect: script('once the machine has answered'),
    pause: script('when a run pauses, after the lines in flight'),
    resume: script('before a paused run goes on'),
    cancel: script('when a run is cancelled, before the heaters are switched off'),
    finish: script('after the last line of a run that is done'),
    heatersOff: script('whenever a run ends otherwise than done; all targets must read 0 afterwards'),
    emergency: script('at once, whatever the machine is doing'),
  })
  .describe('Commands for the occasions of a run');

const limits = z
  .strictObject({
    maxNozzleC: z.int().positive().describe('Highest nozzle temperature, °C'),
    maxBedC: z.int().positive().describe('Highest bed temperature, °C'),
    extruders: z.int().positive(),
  })
  .describe('What the machine can stand');

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
  limits,
  identity,
};

const head = {
  name: z.string().min(1).describe('What people call it'),
  dialect: z.enum(['marlin']).describe('Family of protocol: chooses the streamer'),
};

/** A complete profile, after inheritance. Its id is its file's name. */
export const profileSchema = z.strictObject({ id: z.string().min(1), ...head, ...sections });
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
  limits: limits.partial().optional(),
  identity: identity.partial().optional(),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;
