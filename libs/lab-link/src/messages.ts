import { guardPolicySchema } from '@pandafab/firmware';
import {
  type AgentId,
  type GuardPolicy,
  MACHINE_STATES,
  type MachineId,
  type MachineState,
  type RunId,
} from '@pandafab/shared';
import { z } from 'zod';
import { presentCause, withAddress, withSeconds, withState } from './earlier-names';
import { message } from './envelope';
import { reportedPortsSchema } from './ports';
import { finalFiguresSchema, runFiguresSchema } from './run-figures';

const agentId = z.uuid().transform((id) => id as AgentId);
const machineId = z.uuid().transform((id) => id as MachineId);
const runId = z.uuid().transform((id) => id as RunId);
const epoch = z.number().int().positive();
const sequence = z.number().int().positive();
const count = z.number().int().nonnegative();

/** The most unapplied events of a journal in flight. */
export const EVENT_WINDOW = 50;
/** Runs that a hello or a welcome names at most: far more than a lab has machines. */
export const MOST_RUNS_NAMED = 1000;

/** A limit above the number of kinds of commands in any file that a guard accepts. */
export const MOST_KINDS_STRIPPED = 200;

/** How long an agent sends the console lines of a machine after a watch request. */
export const CONSOLE_WATCH_MS = 10_000;
/** The most machines with console lines at the same time, those requested last: keeps the telemetry well below its limit. */
export const MOST_CONSOLES = 10;
export const MOST_CONSOLE_LINES = 30;
/** Characters of one line, including its time. */
export const LONGEST_CONSOLE_LINE = 160;

/** A fault's code and parameters in a message; the receiver puts them into words. */
export const causeSchema = z.preprocess(
  presentCause,
  z.object({
    code: z.string(),
    details: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
    ),
  }),
);

export const machineConfigSchema = z.preprocess(
  withAddress,
  z.object({
    machineId,
    name: z.string(),
    profileId: z.string(),
    /**
     * A device path, `tcp://host:port`, `mqtt://host:port/topic`, `bridge:` for the lab's own broker, or `virtual:` for a
     * virtual machine that the agent runs itself. From an earlier server with the credentials.
     */
    address: z.string(),
    /** For the broker of an `mqtt://` address. */
    credentials: z.object({ username: z.string(), password: z.string() }).nullable(),
    baudRate: z.number().int().positive(),
  }),
);
export type MachineConfig = z.infer<typeof machineConfigSchema>;

/** Commands of one kind that the guard left out of a run, by the finding's code and the first of their lines. */
export const strippedSchema = z.object({
  code: z.string(),
  command: z.string(),
  line: z.number().int().positive(),
  count,
});
export type StrippedCommand = z.infer<typeof strippedSchema>;

/** What happened to a run or a machine, in the past tense. Ordered by (epoch, sequence), applied once. */
export const labEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run.accepted'), runId }),
  z.object({ type: z.literal('run.started'), runId }),
  z.object({ type: z.literal('run.paused'), runId, reason: z.string() }),
  z.object({ type: z.literal('run.resumed'), runId }),
  finalFiguresSchema.extend({
    type: z.literal('run.ended'),
    runId,
    /** For a server that no longer knows the run. Older agents omit it. */
    machineId: machineId.optional(),
    outcome: z.enum(['done', 'cancelled', 'failed', 'interrupted']),
    cause: causeSchema.nullable(),
    /** Agents older than the guard omit it. */
    stripped: z.array(strippedSchema).max(MOST_KINDS_STRIPPED).optional(),
  }),
  /** `unknown`: a heater may be on and the machine does not answer; `off`: the machine has confirmed it since. */
  z.object({ type: z.literal('machine.heaters'), machineId, state: z.enum(['unknown', 'off']) }),
  /** Another question was open when the answer came: no button was pressed. */
  z.object({ type: z.literal('machine.answer-refused'), machineId }),
]);
export type LabEvent = z.infer<typeof labEventSchema>;
export type LabEventType = LabEvent['type'];
/** Every kind of event. */
export const labEventTypes: readonly LabEventType[] = labEventSchema.options.map(
  ({ shape }) => shape.type.value,
);

/** More heaters than any machine reports. */
export const MOST_READINGS = 20;
/** Characters of the name of a heater. */
export const LONGEST_HEATER_NAME = 40;

/** The temperature of one heater, in degrees Celsius; a target of 0 is off. */
export const readingSchema = z.object({
  /** `nozzle` for the active one, `nozzle 0`, `nozzle 1` … when there are several, `bed`, `chamber`; others may come. */
  name: z.string().max(LONGEST_HEATER_NAME),
  actual: z.number(),
  target: z.number(),
});

/** A later agent may report a state that this server does not know: until then the machine gets no job. */
const stateSchema = z
  .string()
  .transform((said): MachineState => MACHINE_STATES.find((state) => state === said) ?? 'faulted');

/** Why a person is needed, and the buttons that may be pressed remotely. */
export const attentionSchema = z.object({
  /** The id for an answer, so that it never applies to the next question; 0 from older agents without ids. */
  id: count.default(0),
  /** `requested`, `command`, `firmware`, `filament-runout`, `prompt`, `heaters-unknown`; others may come. */
  kind: z.string(),
  message: z.string(),
  buttons: z.array(z.string()),
  /** True when the file asks for other filament (M600). Older agents omit it. */
  filament: z.boolean().optional(),
  /** The heaters were switched off after a long pause. */
  cooled: z.boolean(),
});
export type Attention = z.infer<typeof attentionSchema>;

/** Progress of a run. */
export const progressSchema = runFiguresSchema.extend({
  runId,
  phase: z.string(),
  /** 0 to 1. */
  fraction: z.number().min(0).max(1),
  remainingSeconds: z.number().nonnegative().nullable(),
});
export type RunProgress = z.infer<typeof progressSchema>;

export const machineTelemetrySchema = z.preprocess(
  withState,
  z.object({
    machineId,
    state: stateSchema,
    firmware: z.string().nullable(),
    /** The recognised profile, and whether the chosen profile is of another kind. */
    recognisedProfileId: z.string().nullable().optional(),
    profileMismatch: z.boolean().optional(),
    /** True for a machine that reports that it is virtual. */
    isVirtual: z.boolean().optional(),
    /** One for each heater; none for a machine without heaters. */
    readings: z.array(readingSchema).max(MOST_READINGS),
    heatersUnknown: z.boolean(),
    needsPerson: z.string().nullable(),
    /** The same with its parts; older agents omit it. */
    attention: attentionSchema.nullable().optional(),
    run: z.preprocess(withSeconds, progressSchema).nullable(),
    /**
     * The last lines sent to and received from the machine, while a `watch` requests them; the oldest first. For staff of the
     * lab, like transcripts. Older agents omit it, and older servers ignore it.
     */
    console: z.array(z.string().max(LONGEST_CONSOLE_LINE)).max(MOST_CONSOLE_LINES).optional(),
  }),
);
export type MachineTelemetry = z.infer<typeof machineTelemetrySchema>;

export const presenceSchema = message(
  'presence',
  z.object({ state: z.enum(['online', 'offline']), agentId, instanceId: z.uuid(), epoch: epoch.nullable() }),
);
export type PresenceMessage = z.infer<typeof presenceSchema>;

const heldSchema = z.object({
  /** The lowest event that the server has not confirmed as applied; null without one. */
  lowest: sequence.nullable(),
  /** The highest event that the server has confirmed as applied, in this epoch. */
  acknowledged: count,
  /** The ids of the events from `lowest` on, without gaps. */
  ids: z.array(z.uuid()).max(EVENT_WINDOW),
});
export type HeldEvents = z.infer<typeof heldSchema>;

/** Agent to server. */
export const upSchema = z.discriminatedUnion('kind', [
  message(
    'hello',
    z.object({
      agentId,
      /** The id of one agent's journal, created with it. A different instance is a different computer. */
      instanceId: z.uuid(),
      agentVersion: z.string(),
      /** The epoch this journal was welcomed in; null before its first welcome. */
      epoch: epoch.nullable(),
      /** The highest sequence number written in the journal. */
      lastSequence: count,
      /** A person requested that this computer replace the previous one. */
      takeOver: z.boolean(),
      /**
       * The content of its journal: with it the server detects whether the journal or the database was restored to an earlier
       * state. Older agents omit it.
       */
      held: heldSchema.optional(),
      /** Runs that have not ended, or with events that the server has not confirmed as applied. */
      runs: z.array(runId).max(MOST_RUNS_NAMED).optional(),
      /**
       * The agent was refused in this epoch because its journal is behind, and confirms that this is its journal. A delayed
       * hello does not contain this.
       */
      behindIn: epoch.optional(),
      /** `helloProof`: it protects the server even while a broker still accepts a replaced secret. */
      proof: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** The assignment or command named by `replyTo` is in the journal: the server need not repeat it. */
  message('receipt', z.object({ epoch })),
  message('event', z.object({ epoch, sequence, at: z.iso.datetime(), event: labEventSchema })),
  /**
   * The serial ports of the lab's computer, after each welcome and after each change: neither journalled nor
   * acknowledged. Older agents never send it; older servers count it as malformed, and continue.
   */
  message('ports', z.object({ epoch, ports: reportedPortsSchema })),
]);
export type UpMessage = z.infer<typeof upSchema>;

export const telemetrySchema = message(
  'telemetry',
  z.object({ epoch, machines: z.array(machineTelemetrySchema) }),
);
export type TelemetryMessage = z.infer<typeof telemetrySchema>;

const MOST_PACE_ROWS = 1000;

const assignmentSchema = z.object({
  epoch,
  runId,
  machineId,
  file: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: count, name: z.string() }),
  /** The analysis' estimate, for the remaining time. */
  estimatedSeconds: z.number().nonnegative(),
  /**
   * Estimated seconds before positions of the file, so that progress is measured in time, not in bytes.
   * Older servers omit it.
   */
  pace: z
    .object({
      offsets: z.array(count).max(MOST_PACE_ROWS),
      seconds: z.array(z.number().nonnegative()).max(MOST_PACE_ROWS),
      totalSeconds: z.number().nonnegative(),
    })
    .optional(),
  /** The policy that the file is checked against line by line. Servers older than the guard omit it. */
  guard: z.object({ version: z.number().int().positive(), policy: z.unknown() }).optional(),
});
export type AssignmentBody = z.infer<typeof assignmentSchema>;

const commandSchema = z.discriminatedUnion('action', [
  z.object({ epoch, action: z.enum(['pause', 'resume', 'cancel']), machineId, runId }),
  z.object({ epoch, action: z.enum(['emergency-stop', 'reconnect']), machineId }),
  /** Only a virtual machine has a remote power switch. */
  z.object({ epoch, action: z.literal('power-cycle'), machineId }),
  /** Presses a button, by its index, of the request with this id, while that request is open. */
  z.object({ epoch, action: z.literal('answer'), machineId, request: count, button: count }),
  /** The agent fetches a new secret by HTTP, stores it, and uses it from then on. */
  z.object({ epoch, action: z.literal('renew-secret') }),
]);
export type CommandBody = z.infer<typeof commandSchema>;

/**
 * A page shows a machine's console: for `CONSOLE_WATCH_MS` the telemetry contains the lines. Repeated while the page is
 * open, and neither journalled nor receipted: a lost message is followed by the next. Older servers never send it; older
 * agents count it as malformed, and continue.
 */
const watchSchema = z.object({ epoch, machineId });

/**
 * A person asks what is behind the serial ports that no machine uses: the agent opens each of them once and asks for the
 * firmware's name. Not receipted: the person sees whether the ports are asked. Older agents count it as malformed.
 */
const lookSchema = z.object({ epoch });

const expectedRunSchema = z.object({ runId, begun: z.boolean() });
export type ExpectedRun = z.infer<typeof expectedRunSchema>;

/** Server to agent. */
export const downSchema = z.discriminatedUnion('kind', [
  message(
    'welcome',
    z.object({
      epoch,
      appliedSequence: count,
      machines: z.array(machineConfigSchema),
      /** The lab's waiting and running runs, as far as the server knows. Older servers omit it. */
      runs: z.array(expectedRunSchema).max(MOST_RUNS_NAMED).optional(),
    }),
  ),
  message('refused', z.object({ instanceId: z.uuid(), cause: causeSchema })),
  /** Events up to and including `sequence` are applied. */
  message('applied', z.object({ epoch, sequence: count })),
  message('machines', z.object({ epoch, machines: z.array(machineConfigSchema) })),
  message('assignment', assignmentSchema),
  message('command', commandSchema),
  message('watch', watchSchema),
  message('look', lookSchema),
]);
export type DownMessage = z.infer<typeof downSchema>;

/** A machine's question for people, also from agents that send it as a single string. */
export const attentionOf = ({
  attention,
  needsPerson,
}: Pick<MachineTelemetry, 'attention' | 'needsPerson'>): Attention | null =>
  attention ??
  (needsPerson === null
    ? null
    : { id: 0, kind: 'requested', message: needsPerson, buttons: [], cooled: false });

/** Version of the policy in an assignment. An agent that does not know the version streams nothing. */
export const GUARD_VERSION = 1;

/** The policy of an assignment; undefined without one, null for an unknown kind. */
export function guardOf({ guard }: Pick<AssignmentBody, 'guard'>): GuardPolicy | null | undefined {
  if (!guard) return undefined;
  const read = guardPolicySchema.safeParse(guard.policy);
  return guard.version === GUARD_VERSION && read.success ? read.data : null;
}

/** Longest transcript of a run that a server accepts, in bytes. */
export const MAX_TRANSCRIPT_BYTES = 1024 * 1024;
