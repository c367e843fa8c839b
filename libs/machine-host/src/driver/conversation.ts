import type { FirmwareProfile } from '@pandafab/firmware';
import { frameLine } from '@pandafab/gcode';
import { type Clock, Fault } from '@pandafab/shared';
import { LineReader } from '../protocol/line-reader';
import { createReplyParser, type Reply, type ReplyKind } from '../protocol/reply';
import { EffectBuffer, type StreamerEvent } from '../streamer/effects';
import { renumber } from '../streamer/recover';
import { ZERO_LINE_NUMBER } from '../streamer/send';
import { createStreamerState, HISTORY, inFlight, resetStreamer } from '../streamer/state';
import { type StreamerInput, step } from '../streamer/step';
import type { CloseReason, Link, Transport } from '../transport';
import { DeadlineTimer } from './deadline-timer';
import { Transcript } from './transcript';

/** Lines gathered for one write at most: those that they replace in the history are in the ledger by then. */
const GATHERED = HISTORY / 4;

/** What the transcript keeps longer than all else. */
const TROUBLE: ReadonlySet<ReplyKind> = new Set([
  ...(['error', 'line-error', 'resend', 'halted', 'refusal', 'locked', 'prevented', 'warning'] as const),
]);

export type ConversationEvent = Exclude<StreamerEvent, { kind: 'answered' }>;

export interface ConversationListener {
  onEvent(event: ConversationEvent): void;
  /** Every reply, before the streamer sees it; the object is reused. */
  onReply(reply: Reply): void;
  /** After replies, and after what they allow was sent: the place for the ledger. */
  onStepped(now: number): void;
  onClosed(why: CloseReason): void;
  /** Our own code failed on what was heard: nothing more is sent for the run. */
  onCrashed(error: unknown): void;
}

interface Exchange {
  readonly resolve: (certain: boolean) => void;
  readonly reject: (reason: Error) => void;
}

const plainly = (commands: readonly string[]): Buffer =>
  Buffer.from(commands.map((command) => `${command}\n`).join(''), 'latin1');

/** From line 1 on, which an M110 makes the next one. */
const numbered = (commands: readonly string[]): Buffer =>
  Buffer.concat([ZERO_LINE_NUMBER, ...commands.map((command, index) => frameLine(index + 1, command))]);

/** Bytes, lines, replies, steps and timers of one open line. Promises only for plain commands, none for lines. */
export class Conversation {
  readonly state;
  readonly transcript = new Transcript();
  private readonly effects = new EffectBuffer();
  private readonly exchanges: Exchange[] = [];
  private readonly inbox: Buffer[] = [];
  private readonly reader: LineReader;
  private readonly timer: DeadlineTimer;
  private link: Link | null = null;
  private feeding = false;

  constructor(
    profile: FirmwareProfile,
    private readonly clock: Clock,
    private readonly listener: ConversationListener,
  ) {
    this.state = createStreamerState(profile);
    this.timer = new DeadlineTimer(clock, () => this.step({ kind: 'timer', now: clock.monotonic() }));
    this.reader = new LineReader(this.createOnLine(createReplyParser(profile.replies)));
  }

  get isOpen(): boolean {
    return this.link !== null;
  }

  /** Nothing that was sent is still to be answered. */
  get isAnswered(): boolean {
    return this.state.phase === 'ready' && inFlight(this.state) <= 0;
  }

  async open(transport: Transport): Promise<void> {
    this.link = await transport.open(
      (bytes) => this.receive(bytes),
      (why) => this.onClose(why),
    );
  }

  /**
   * Sends an unnumbered command once nothing is in flight. Resolves with false when its ok was lost, and
   * perhaps the command too.
   * @throws Fault the cause for which the conversation failed meanwhile
   */
  exchange(command: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      if (!this.link) return reject(new Fault('MACHINE.UNPLUGGED', { reason: 'closed' }));
      this.exchanges.push({ resolve, reject });
      this.state.plains.push(command);
      this.pump();
    });
  }

  /** Lets the streamer send what its state now allows. */
  pump(): void {
    this.step({ kind: 'pump', now: this.clock.monotonic() });
  }

  /**
   * Writes commands out of band, past everything that waits, in one piece. Where the firmware takes none without a number,
   * they are said with one as well, unless lines of a run are still to come.
   */
  writeNow(...commands: readonly string[]): void {
    if (!this.state.numbersPlains || this.state.running) return this.write(plainly(commands));
    const said = commands.filter((command) => command !== '');
    renumber(this.state, said.length + 1);
    this.write(Buffer.concat([plainly(commands), numbered(said)]));
  }

  /** The same for what ends the run that is on: its line numbers are of no use any more. */
  writeLast(...commands: readonly string[]): void {
    const { numbersPlains } = this.state;
    this.write(Buffer.concat([plainly(commands), ...(numbersPlains ? [numbered(commands)] : [])]));
  }

  private write(bytes: Buffer): void {
    this.flush();
    this.transcript.sent(bytes, this.clock.monotonic());
    this.link?.write(bytes);
  }

  /** Sends a command that may be what the firmware waits for: past all else, where something is in flight. */
  sayBeside(command: string): void {
    if (this.state.phase !== 'plain' && inFlight(this.state) <= 0) {
      this.exchange(command).catch(() => undefined);
      return;
    }
    this.writeNow(command);
    this.interrupt();
  }

  /** After out-of-band commands during a run: finds out where the firmware stands. */
  interrupt(): void {
    this.step({ kind: 'interrupt', now: this.clock.monotonic() });
  }

  pullReset(): Promise<void> {
    return this.link?.reset?.() ?? Promise.resolve();
  }

  /** Forgets what was in flight; who waits for an answer gets the reason. */
  restart(reason: Error): void {
    resetStreamer(this.state);
    this.timer.set(this.state.deadline);
    for (const exchange of this.exchanges.splice(0)) exchange.reject(reason);
  }

  async close(): Promise<void> {
    const { link } = this;
    this.flush();
    this.link = null;
    this.restart(new Fault('MACHINE.UNPLUGGED', { reason: 'closed' }));
    this.timer.stop();
    await link?.close();
  }

  private onClose(why: CloseReason): void {
    if (!this.link) return;
    this.link = null;
    this.effects.clear();
    this.listener.onClosed(why);
    this.restart(new Fault('MACHINE.UNPLUGGED', { reason: why.detail ?? why.kind }));
    this.timer.stop();
  }

  /** A transport may answer while it is being written to: such bytes wait until the present step is over. */
  private receive(bytes: Uint8Array): void {
    if (this.feeding) {
      this.inbox.push(Buffer.from(bytes));
      return;
    }
    this.feeding = true;
    try {
      for (let next: Uint8Array | undefined = bytes; next; next = this.inbox.shift()) {
        this.reader.push(next);
        this.settle();
      }
    } catch (error) {
      this.crash(error);
    } finally {
      this.feeding = false;
    }
  }

  private createOnLine(parse: (line: string) => Reply): (line: string) => void {
    // One input for all replies: this runs for every line that is sent.
    const input = { kind: 'reply' as const, reply: parse(''), now: 0 };
    return (line) => {
      input.reply = parse(line);
      input.now = this.clock.monotonic();
      this.transcript.heard(line, input.now);
      const { kind } = input.reply;
      if (TROUBLE.has(kind)) this.transcript.note(line, input.now);
      this.listener.onReply(input.reply);
      step(this.state, input, this.effects);
      this.timer.set(this.state.deadline);
      const { events, frames } = this.effects;
      if (events.length > 0 || frames.length >= GATHERED) this.settle();
    };
  }

  private step(input: StreamerInput): void {
    if (!this.link) return;
    try {
      step(this.state, input, this.effects);
      this.timer.set(this.state.deadline);
      this.settle();
    } catch (error) {
      this.crash(error);
    }
  }

  private crash(error: unknown): void {
    this.effects.clear();
    this.listener.onCrashed(error);
  }

  /**
   * What the replies of one chunk allow leaves in one piece: a system call costs more than all else of a line. It
   * leaves before the books are kept, so that the machine is at work meanwhile; and the books are kept before an
   * event ends the run.
   */
  private settle(): void {
    this.flush();
    this.listener.onStepped(this.clock.monotonic());
    const { events } = this.effects;
    if (events.length > 0) for (const event of events.splice(0)) this.deliver(event);
  }

  private flush(): void {
    const { frames } = this.effects;
    if (frames.length === 0) return;
    const now = this.clock.monotonic();
    for (const frame of frames) this.transcript.sent(frame, now);
    const bytes = frames.length === 1 ? frames[0] : Buffer.concat(frames);
    frames.length = 0;
    if (bytes) this.link?.write(bytes);
  }

  private deliver(event: StreamerEvent): void {
    if (event.kind === 'answered') this.exchanges.shift()?.resolve(event.certain);
    else this.listener.onEvent(event);
  }
}
