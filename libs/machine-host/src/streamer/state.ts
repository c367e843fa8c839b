import type { FirmwareProfile } from '@pandafab/firmware';
import type { StreamWords } from '../dialect/stream-words';
import type { CommandSource } from '../source/command-source';
import { commandOf, createLines, type Lines } from './lines';
import type { Slip } from './slip';
import type { Wait, WaitWatch } from './waits';

export type Phase =
  /** Lines and plain commands may be sent. */
  | 'ready'
  /** One unnumbered command is in flight, alone. */
  | 'plain'
  /** A resend was requested: waiting for its ok and its repetitions. */
  | 'settling'
  /** Silence: a temperature query was sent; its answer proves that all earlier lines were executed or lost. */
  | 'probing'
  /** The same query after a resend request, so that an earlier ok is not taken for a later one. */
  | 'clearing'
  /** An impossible line number was sent, so that the firmware reports the expected one. */
  | 'querying'
  /** Failed: nothing more is sent. */
  | 'ended';

/** The sources of a run's lines, and the reasons why none can be sent now. */
interface RunState {
  /** A run is active: numbered lines may be sent. */
  active: boolean;
  source: CommandSource | null;
  /** Commands of the host that become lines before those of the file. */
  readonly scripts: string[];
  /** Lines of the file are held; scripts are still sent. */
  held: boolean;
  /** Cancelled: lines that would have to be sent again are not. */
  abandoned: boolean;
  /** The source has given its last command. */
  exhausted: boolean;
  /** The source had no command ready at the last read. */
  isStarved: boolean;
  /** Since when no line can be sent because of it; null while lines can be sent. */
  starvedSince: number | null;
  wait: Wait | null;
  watch: WaitWatch | null;
  /** The active tool, by the commands sent. */
  tool: number;
}

/** Commands outside the sequence of lines. */
interface PlainState {
  /** Waiting commands; the first one is in flight in the phase `plain`. */
  readonly commands: string[];
  /** A probe was sent for the command in flight. */
  probed: boolean;
}

/** Learnt properties of the firmware: kept at the start of a run and when everything else is reset. */
interface FirmwareState {
  /** It has ADVANCED_OK. */
  advanced: boolean;
  /** The most free command slots it has reported. */
  slots: number;
  emergencyParser: boolean;
  /** True once it has requested a resend, false once it accepts impossible numbers. */
  checksNumbers: boolean | null;
  /** Whether temperatures distinguish the ok to a query from others; null until it has answered one. */
  okTellsTemperatures: boolean | null;
  /** The numbers in its oks are not those of the lines. */
  okNumbersLie: boolean;
  /** It refuses commands without a line number: all of them have one. */
  numbersPlains: boolean;
  /** Answers with temperatures that are still expected, or were lost. */
  questions: number;
  /** It has sent an ok without temperatures, to an unnumbered command or to a line. */
  readonly saidBareOk: { plain: boolean; line: boolean };
}

/** Resend requests, silence, and how reliable oks are meanwhile. */
interface RecoveryState {
  /** The next ok belongs to a request to resend. */
  okOwed: boolean;
  /** Requests that lines in flight may still cause for the line being sent again. */
  repeatsExpected: number;
  requestedLine: number;
  requestCount: number;
  unusableRequests: number;
  /** A line error was received, and neither a resend request nor an ok since. */
  erred: boolean;
  /** It requested a line that it must already have: if it does so once more, it has been reset. */
  setBack: boolean;
  probes: number;
  /** After an interrupt oks cannot be counted: only the firmware's own number is reliable. */
  strict: boolean;
  /** Possible surplus oks since the firmware last reported its number. */
  spareOks: number;
  /** An ok came instead of the expected resend request: the firmware may not check numbers at all. */
  unexpectedOk: boolean;
  /** Such oks in a row. */
  unexpectedOks: number;
}

/** Oks with unexpected fields: often enough in a row, it is the firmware's way. */
interface OddOkState {
  /** Oks in a row with temperatures that were not requested. */
  warmOks: number;
  /** The number in the last ok that matches no line in flight, and how often in a row; -1 for none. */
  number: number;
  count: number;
}

/** The streamer's whole state. */
export interface StreamerState {
  readonly profile: FirmwareProfile;
  readonly words: StreamWords;
  phase: Phase;
  /** On the monotonic clock; Infinity without a deadline. */
  deadline: number;
  /** On the monotonic clock: the start of the wait for the oldest command in flight. */
  waitedSince: number;
  readonly run: RunState;
  readonly lines: Lines;
  readonly plain: PlainState;
  readonly firmware: FirmwareState;
  readonly recovery: RecoveryState;
  readonly odd: OddOkState;
  /** Received since the ledger last read them. */
  readonly slips: Slip[];
}

// Literals, though long: objects put together by spreading are read more slowly, and these are read for every line.
const createRun = (): RunState => ({
  active: false,
  source: null,
  scripts: [],
  held: false,
  abandoned: false,
  exhausted: false,
  isStarved: false,
  starvedSince: null,
  wait: null,
  watch: null,
  tool: 0,
});

const createFirmware = ({ capabilities, framing }: FirmwareProfile): FirmwareState => ({
  advanced: false,
  slots: 0,
  emergencyParser: capabilities.EMERGENCY_PARSER,
  checksNumbers: framing.checksum === 'none' ? false : null,
  okTellsTemperatures: null,
  okNumbersLie: false,
  numbersPlains: false,
  questions: 0,
  saidBareOk: { plain: false, line: false },
});

const createRecovery = (): RecoveryState => ({
  okOwed: false,
  repeatsExpected: 0,
  requestedLine: -1,
  requestCount: 0,
  unusableRequests: 0,
  erred: false,
  setBack: false,
  probes: 0,
  strict: false,
  spareOks: 0,
  unexpectedOk: false,
  unexpectedOks: 0,
});

/** @param words of the profile's dialect */
export function createStreamerState(profile: FirmwareProfile, words: StreamWords): StreamerState {
  return {
    profile,
    words,
    phase: 'ready',
    deadline: Number.POSITIVE_INFINITY,
    waitedSince: 0,
    run: createRun(),
    lines: createLines(),
    plain: { commands: [], probed: false },
    firmware: createFirmware(profile),
    recovery: createRecovery(),
    odd: { warmOks: 0, number: -1, count: 0 },
    slips: [],
  };
}

/** Clears the commands in flight and every queue; the learnt properties of the firmware stay. */
export function resetStreamer(state: StreamerState): void {
  const { firmware, profile, words } = state;
  Object.assign(state, createStreamerState(profile, words), { firmware });
}

/** Starts a run: the firmware's line number was set to 0, which will be verified; nothing is in flight. */
export function beginRun(state: StreamerState, source: CommandSource): void {
  resetStreamer(state);
  Object.assign(state.run, { source, active: true });
  state.lines.unverified = true;
}

/** Ends the run: only plain commands are sent from now on. */
export function endRun({ run }: StreamerState): void {
  Object.assign(run, { active: false, source: null, wait: null });
  run.scripts.length = 0;
}

/** True for the one command that is answered with temperatures. */
export const asksTemperatures = ({ words }: StreamerState, command: string | undefined): boolean =>
  command?.startsWith(words.readTemperatures) === true;

/** What the firmware is at work on. */
export const oldestCommand = (state: StreamerState): string =>
  (state.phase === 'plain' ? state.plain.commands[0] : commandOf(state, state.lines.acknowledged + 1)) ?? '';
