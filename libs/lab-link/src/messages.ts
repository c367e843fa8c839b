import {
  type AgentId,
  type GuardPolicy,
  guardPolicySchema,
  type MachineId,
  type RunId,
} from '@pandafab/shared';
import { z } from 'zod';
import { message } from './envelope';

const agentId = z.uuid().transform((id) => id as AgentId);
const machineId = z.uuid().transform((id) => id as MachineId);
const runId = z.uuid().transform((id) => id as RunId);
const epoch = z.number().int().positive();
const sequence = z.number().int().positive();
const count = z.number().int().nonnegative();

/** As many events of a journal as may be on their way, unapplied. */
export const EVENT_WINDOW = 50;
/** Runs that a hello or a welcome names at most: far more than a lab has machines. */
export const MOST_RUNS_NAMED = 1000;

/** More kinds of commands than any file has that a guard takes. */
export const MOST_KINDS_STRIPPED = 200;

/** How long an agent says the lines of a machine after it was asked to. */
export const CONSOLE_WATCH_MS = 10_000;
/** The lines of so many machines at once, of those that were asked for last: a telemetry stays far from too long. */
export const MOST_CONSOLES = 10;
export const MOST_CONSOLE_LINES = 30;
/** Characters of one line, its time included. */
export const LONGEST_CONSOLE_LINE = 160;

/** A fault's code and parameters as they travel; the reader's side puts them into words. */
export const causeSchema = z.object({
  code: z.string(),
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
  ),
});

export const machineConfigSchema = z.object({
  machineId,
  name: z.string(),
  profileId: z.string(),
  /** A device path, `tcp://host:port`, `mqtt://host:port/topic`, or `bridge:` for the lab's own broker. */
  connection: z.string(),
  baudRate: z.number().int().positive(),
});
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
  z.object({
    type: z.literal('run.ended'),
    runId,
    /** For a server that no longer knows the run. Agents from before it leave it out. */
    machineId: machineId.optional(),
    outcome: z.enum(['done', 'cancelled', 'failed', 'interrupted']),
    cause: causeSchema.nullable(),
    linesSent: count,
    linesAcknowledged: count,
    resends: count,
    /** Acknowledged net extrusion per tool, in micrometres. */
    filamentUm: z.array(count),
    /** False when the machine may have moved a little more than was acknowledged (crash, unplug). */
    exact: z.boolean(),
    /** Seconds between the first and the last line, by the agent's monotonic clock. */
    seconds: z.number().nonnegative(),
    /** SHA-256 of the accepted command sequence; null where the agent could not follow it to its end. */
    commandsSha256: z.string().nullable(),
    /** Agents from before the guard leave it out. */
    stripped: z.array(strippedSchema).max(MOST_KINDS_STRIPPED).optional(),
  }),
  /** `unknown`: one may be on and the machine does not answer; `off`: it has said so since. */
  z.object({ type: z.literal('machine.heaters'), machineId, state: z.enum(['unknown', 'off']) }),
  /** Something else was asked by the time the answer came: nothing was pressed. */
  z.object({ type: z.literal('machine.answer-refused'), machineId }),
]);
export type LabEvent = z.infer<typeof labEventSchema>;

export const temperatureSchema = z.object({ actual: z.number(), target: z.number() }).nullable();

/** What somebody is needed for, and the buttons that may be pressed from afar. */
export const attentionSchema = z.object({
  /** What an answer names, so that it never falls on the next question; 0 from agents that did not count yet. */
  id: count.default(0),
  /** `requested`, `command`, `firmware`, `filament-runout`, `prompt`, `heaters-unknown`; others may come. */
  kind: z.string(),
  message: z.string(),
  buttons: z.array(z.string()),
  /** True where the file wants other filament (M600). Agents from before it leave it out. */
  filament: z.boolean().optional(),
  /** Paused for so long that the heaters were switched off. */
  cooled: z.boolean(),
});
export type Attention = z.infer<typeof attentionSchema>;

export const machineTelemetrySchema = z.object({
  machineId,
  connection: z.string(),
  firmware: z.string().nullable(),
  /** What the machine was recognised as, and whether the chosen profile is of another kind. */
  recognisedProfileId: z.string().nullable().optional(),
  profileMismatch: z.boolean().optional(),
  /** True of a virtual machine, by its own word. */
  isVirtual: z.boolean().optional(),
  nozzle: temperatureSchema,
  bed: temperatureSchema,
  heatersUnknown: z.boolean(),
  needsPerson: z.string().nullable(),
  /** The same with its parts; agents from before it leave it out. */
  attention: attentionSchema.nullable().optional(),
  run: z
    .object({
      runId,
      phase: z.string(),
      /** 0 to 1. */
      fraction: z.number().min(0).max(1),
      linesSent: count,
      linesAcknowledged: count,
      resends: count,
      filamentUm: z.array(count),
      elapsedSeconds: z.number().nonnegative(),
      remainingSeconds: z.number().nonnegative().nullable(),
    })
    .nullable(),
  /**
   * The last lines said to the machine and heard from it, while a `watch` asks for them; the oldest first. For staff of
   * the lab, as transcripts are. Agents from before it leave it out, and servers from before it do not see it.
   */
  console: z.array(z.string().max(LONGEST_CONSOLE_LINE)).max(MOST_CONSOLE_LINES).optional(),
});
export type MachineTelemetry = z.infer<typeof machineTelemetrySchema>;

export const presenceSchema = message(
  'presence',
  z.object({ state: z.enum(['online', 'offline']), agentId, instanceId: z.uuid(), epoch: epoch.nullable() }),
);

const heldSchema = z.object({
  /** The lowest event that the server has not said to have applied; null where there is none. */
  lowest: sequence.nullable(),
  /** The highest event that the server has said to have applied, in this epoch. */
  acknowledged: count,
  /** The ids of the events from `lowest` on, without holes. */
  ids: z.array(z.uuid()).max(EVENT_WINDOW),
});
export type HeldEvents = z.infer<typeof heldSchema>;

/** Agent to server. */
export const upSchema = z.discriminatedUnion('kind', [
  message(
    'hello',
    z.object({
      agentId,
      /** One agent's journal: made with it, kept with it. Another instance is another computer. */
      instanceId: z.uuid(),
      agentVersion: z.string(),
      /** The epoch this journal was welcomed in; null before its first welcome. */
      epoch: epoch.nullable(),
      /** The highest sequence number written in the journal. */
      lastSequence: count,
      /** A person said that this computer replaces the one before. */
      takeOver: z.boolean(),
      /**
       * What its journal holds: by it the server sees which of the two was put back to an earlier state. Agents from
       * before it leave it out.
       */
      held: heldSchema.optional(),
      /** Runs that have not ended, or of which the server has not said that it has applied everything. */
      runs: z.array(runId).max(MOST_RUNS_NAMED).optional(),
      /**
       * It was refused in this epoch because its journal is behind, and this is its journal all the same. A hello that
       * was long under way says nothing of the kind.
       */
      behindIn: epoch.optional(),
      /** `helloProof`: a broker that lets a replaced secret in a while longer changes nothing. */
      proof: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** The assignment or command named by `replyTo` is in the journal: do not repeat it. */
  message('receipt', z.object({ epoch })),
  message('event', z.object({ epoch, sequence, at: z.iso.datetime(), event: labEventSchema })),
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
   * Seconds that the analysis reckons before places of the file, so that progress runs in time and not in bytes.
   * Servers from before leave it out.
   */
  pace: z
    .object({
      offsets: z.array(count).max(MOST_PACE_ROWS),
      seconds: z.array(z.number().nonnegative()).max(MOST_PACE_ROWS),
      totalSeconds: z.number().nonnegative(),
    })
    .optional(),
  /** What the file is held against line by line. Servers from before the guard leave it out. */
  guard: z.object({ version: z.number().int().positive(), policy: z.unknown() }).optional(),
});
export type AssignmentBody = z.infer<typeof assignmentSchema>;

const commandSchema = z.discriminatedUnion('action', [
  z.object({ epoch, action: z.enum(['pause', 'resume', 'cancel']), machineId, runId }),
  z.object({ epoch, action: z.enum(['emergency-stop', 'reconnect']), machineId }),
  /** Only a virtual machine has a switch that is reached from afar. */
  z.object({ epoch, action: z.literal('power-cycle'), machineId }),
  /** Presses a button, by its place, of the request with this id, as long as the machine asks that. */
  z.object({ epoch, action: z.literal('answer'), machineId, request: count, button: count }),
  /** Fetches a new secret by HTTP, keeps it, and uses it from then on. */
  z.object({ epoch, action: z.literal('renew-secret') }),
]);
export type CommandBody = z.infer<typeof commandSchema>;

/**
 * Somebody looks at what is said on a machine's line: for `CONSOLE_WATCH_MS` it is said in the telemetry. Said again while
 * somebody looks, and neither journalled nor receipted: what is lost is asked for anew. Servers from before it never say
 * it; agents from before it count it as malformed, and go on without.
 */
const watchSchema = z.object({ epoch, machineId });

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
      /** The runs that this lab is to make or is making, as far as the server knows. Servers from before leave it out. */
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
]);
export type DownMessage = z.infer<typeof downSchema>;

/** What a machine asks of people, also where its agent says it in one string only. */
export const attentionOf = ({
  attention,
  needsPerson,
}: Pick<MachineTelemetry, 'attention' | 'needsPerson'>): Attention | null =>
  attention ??
  (needsPerson === null
    ? null
    : { id: 0, kind: 'requested', message: needsPerson, buttons: [], cooled: false });

/** Version of the policy in an assignment. An agent that knows no such version streams nothing by it. */
export const GUARD_VERSION = 1;

/** The policy of an assignment; undefined where it has none, null where it is of a kind that nobody here knows. */
export function guardOf({ guard }: Pick<AssignmentBody, 'guard'>): GuardPolicy | null | undefined {
  if (!guard) return undefined;
  const read = guardPolicySchema.safeParse(guard.policy);
  return guard.version === GUARD_VERSION && read.success ? read.data : null;
}

/** Longest transcript of a run that a server takes, in bytes. */
export const MAX_TRANSCRIPT_BYTES = 1024 * 1024;
