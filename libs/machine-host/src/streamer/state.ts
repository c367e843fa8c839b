import type { FirmwareProfile } from '@pandafab/firmware';
import type { CommandSource } from '../source/command-source';
import type { Wait, WaitWatch } from './waits';

/** Lines kept to be sent again: more than any firmware holds. A power of two, so that a mask finds the slot. */
export const HISTORY = 64;
const MASK = HISTORY - 1;

export type Phase =
  /** Lines and plain commands may be sent. */
  | 'ready'
  /** One unnumbered command is in flight, alone. */
  | 'plain'
  /** A resend was asked for: waiting for the ok that belongs to it and for its repetitions. */
  | 'settling'
  /** Silence: an M105 was sent; its answer proves that all before it was executed or lost. */
  | 'probing'
  /** The same M105 after a request to resend, so that no ok of before is taken for one of after. */
  | 'clearing'
  /** A line number that cannot be right was sent, so that the firmware says which one it expects. */
  | 'querying'
  /** Failed: nothing is sent any more. */
  | 'ended';

/** What the firmware said of a line that it did not carry out as it stands. */
export interface Slip {
  /** The line that was in execution; 0 for none. */
  readonly line: number;
  readonly kind: 'prevented' | 'ignored' | 'warning' | 'error';
  readonly text: string;
}

/** More of one line, or of none, is said by no firmware: a file could ask for endless ones. */
const MOST_SLIPS = 4 * HISTORY;

/** All that the streamer knows. Line `n` is in flight while `acknowledged < n < next`. */
export interface StreamerState {
  readonly profile: FirmwareProfile;
  phase: Phase;
  /** A run is on: numbered lines may be sent. */
  running: boolean;
  /** No more lines of the file for now; scripts still go out. */
  held: boolean;
  /** Cancelled: lines that would have to be sent again are not. */
  abandoned: boolean;
  /** The source has given its last command. */
  exhausted: boolean;
  source: CommandSource | null;
  readonly scripts: string[];
  /** Unnumbered commands still to be exchanged; the first one is in flight in the phase `plain`. */
  readonly plains: string[];
  acknowledged: number;
  next: number;
  /** The first number that no line has yet: behind `next` while lines are sent again. */
  newest: number;
  /** Lines of the file that were sent at least once. */
  linesSent: number;
  readonly commands: string[];
  /** Offset in the file behind each line of the history; -1 for lines of scripts. */
  readonly offsets: number[];
  readonly lengths: number[];
  /** The firmware has shown that it has ADVANCED_OK. */
  advanced: boolean;
  /** The most free command slots it has reported. */
  slots: number;
  emergencyParser: boolean;
  /** The next ok belongs to a request to resend. */
  okOwed: boolean;
  /** Requests that lines in flight may still draw for the line being sent again. */
  repeatsExpected: number;
  requestedLine: number;
  requestCount: number;
  /** Heard since the ledger last took them. */
  readonly slips: Slip[];
  /** Requests to resend that were answered. */
  resends: number;
  /** Oks that may have been heard too many since the firmware last said its number. */
  spareOks: number;
  /** An error of a line was heard, and neither a request to resend nor an ok since. */
  erred: boolean;
  /** It asked for a line that it must have had: asked once more, it has been reset. */
  setBack: boolean;
  unusableRequests: number;
  probes: number;
  /** The plain command in flight was probed for. */
  plainProbed: boolean;
  /** After an interrupt oks cannot be counted: only the firmware's own number will do. */
  strict: boolean;
  wait: Wait | null;
  watch: WaitWatch | null;
  /** The tool in use, by the commands sent. */
  tool: number;
  /** On the monotonic clock: since when the oldest command in flight is being waited for. */
  waitedSince: number;
  /** The source had nothing ready when it was last asked. */
  isStarved: boolean;
  /** Since when nothing can be sent for it; null while something can. */
  starvedSince: number | null;
  /** Lines were sent since the firmware last said which one it expects. */
  unverified: boolean;
  /** An ok came where a request to resend was expected: the firmware may not check numbers at all. */
  unexpectedOk: boolean;
  /** Such oks in a row. */
  unexpectedOks: number;
  /** True once it has asked for a line again, false once it takes numbers that cannot be right. */
  checksNumbers: boolean | null;
  /** By them the ok to M105 can be told from others; null until it has answered one. */
  okTellsTemperatures: boolean | null;
  /** Answers to M105 that are still to come, or were lost. */
  questions: number;
  /** Oks in a row with temperatures that nobody had asked for. */
  warmOks: number;
  /** It has said ok without temperatures, to a command without a number or to a line. */
  readonly saidBareOk: { plain: boolean; line: boolean };
  /** The numbers in its oks are not those of the lines. */
  okNumbersLie: boolean;
  /** The number in the last ok that is no line's in flight, and how often in a row; -1 for none. */
  oddNumber: number;
  oddOks: number;
  /** It refuses commands without a line number: all of them have one. */
  numbersPlains: boolean;
  /** On the monotonic clock; Infinity when nothing is awaited. */
  deadline: number;
}

export function createStreamerState(profile: FirmwareProfile): StreamerState {
  return {
    profile,
    phase: 'ready',
    running: false,
    held: false,
    abandoned: false,
    exhausted: false,
    source: null,
    scripts: [],
    plains: [],
    acknowledged: 0,
    next: 1,
    newest: 1,
    linesSent: 0,
    commands: new Array<string>(HISTORY).fill(''),
    offsets: new Array<number>(HISTORY).fill(-1),
    lengths: new Array<number>(HISTORY).fill(0),
    advanced: false,
    slots: 0,
    emergencyParser: profile.capabilities.EMERGENCY_PARSER,
    okOwed: false,
    repeatsExpected: 0,
    requestedLine: -1,
    requestCount: 0,
    slips: [],
    resends: 0,
    spareOks: 0,
    erred: false,
    setBack: false,
    unusableRequests: 0,
    probes: 0,
    plainProbed: false,
    strict: false,
    wait: null,
    watch: null,
    tool: 0,
    waitedSince: 0,
    isStarved: false,
    starvedSince: null,
    unverified: false,
    unexpectedOk: false,
    unexpectedOks: 0,
    checksNumbers: profile.framing.checksum === 'none' ? false : null,
    okTellsTemperatures: null,
    questions: 0,
    warmOks: 0,
    saidBareOk: { plain: false, line: false },
    okNumbersLie: false,
    oddNumber: -1,
    oddOks: 0,
    numbersPlains: false,
    deadline: Number.POSITIVE_INFINITY,
  };
}

/** Forgets what was in flight and every queue; what is known of the firmware stays. */
export function resetStreamer(state: StreamerState): void {
  const { profile, advanced, slots, emergencyParser, checksNumbers, okTellsTemperatures } = state;
  const { okNumbersLie, numbersPlains, questions, saidBareOk } = state;
  const known = { advanced, slots, emergencyParser, checksNumbers, okTellsTemperatures, okNumbersLie };
  Object.assign(state, createStreamerState(profile), known, { numbersPlains, questions, saidBareOk });
}

/** Starts a run: M110 has set the firmware's line number to 0, which will be verified; nothing is in flight. */
export function beginRun(state: StreamerState, source: CommandSource): void {
  resetStreamer(state);
  state.source = source;
  state.running = true;
  state.unverified = true;
}

/** Ends the run: only plain commands are sent from now on. */
export function endRun(state: StreamerState): void {
  state.running = false;
  state.source = null;
  state.scripts.length = 0;
  state.wait = null;
}

/**
 * Notes what the firmware said of the line in execution: it says so before that line's ok, and answers in order
 * (Marlin, queue.cpp). While oks cannot be counted, nobody knows which line that is.
 */
export function noteSlip(state: StreamerState, kind: Slip['kind'], text: string): void {
  if (!state.running || state.slips.length >= MOST_SLIPS) return;
  const line = inFlight(state) > 0 && !state.strict ? state.acknowledged + 1 : 0;
  if (kind === 'ignored' && (line === 0 || !isLeftOut(text, commandOf(state, line)))) {
    // Spoilt such that it is no line any more, and is answered with an ok all the same.
    state.spareOks++;
    return;
  }
  state.slips.push({ line, kind, text });
}

/** A line whose N was spoilt is an unknown command as well, but not that command: it is asked for again. */
const isLeftOut = (text: string, command: string): boolean =>
  text === '' || text === command || text === command.split(' ')[0];

export const inFlight = (state: StreamerState): number => state.next - 1 - state.acknowledged;
export const commandOf = (state: StreamerState, line: number): string => state.commands[line & MASK] ?? '';
/** What the firmware is at work on. */
export const oldestCommand = (state: StreamerState): string =>
  (state.phase === 'plain' ? state.plains[0] : commandOf(state, state.acknowledged + 1)) ?? '';
/** Offset in the file behind that line; -1 for a line of a script. */
export const offsetOf = (state: StreamerState, line: number): number => state.offsets[line & MASK] ?? -1;
export const lengthOf = (state: StreamerState, line: number): number => state.lengths[line & MASK] ?? 0;

/** Gives the next number to a command. */
export function remember(state: StreamerState, command: string, offset: number): void {
  const slot = state.newest & MASK;
  state.commands[slot] = command;
  state.offsets[slot] = offset;
  state.newest++;
}

export function rememberLength(state: StreamerState, line: number, bytes: number): void {
  state.lengths[line & MASK] = bytes;
}
