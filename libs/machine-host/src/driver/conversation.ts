import type { FirmwareProfile } from '@pandafab/firmware';
import { frameLine } from '@pandafab/gcode';
import { type Clock, Fault } from '@pandafab/shared';
import type { Dialect } from '../dialect/dialect';
import { LineReader } from '../protocol/line-reader';
import type { Reply, ReplyKind } from '../protocol/reply';
import { EffectBuffer, type StreamerEvent } from '../streamer/effects';
import { HISTORY, inFlight } from '../streamer/lines';
import { renumber } from '../streamer/recover';
import { createStreamerState, resetStreamer } from '../streamer/state';
import type { StreamerInput } from '../streamer/step';
import type { CloseReason, Link, Transport } from '../transport';
import { DeadlineTimer } from './deadline-timer';
import { Transcript } from './transcript';

/** The most lines gathered for one write: the lines that they replace in the history are in the ledger by then. */
const GATHERED = HISTORY / 4;

/** The replies that the transcript keeps longest. */
const TROUBLE: ReadonlySet<ReplyKind> = new Set([
  ...(['error', 'line-error', 'resend', 'halted', 'refusal', 'locked', 'prevented', 'warning'] as const),
]);

export type ConversationEvent = Exclude<StreamerEvent, { kind: 'answered' }>;

export interface ConversationListener {
  onEvent(event: ConversationEvent): void;
  /** Every reply, before the streamer sees it; the object is reused. */
  onReply(reply: Reply): void;
  /** Called after replies were handled and the lines that they allow were sent: the ledger is updated here. */
  onStepped(now: number): void;
  onClosed(why: CloseReason): void;
  /** Our own code threw an error on a reply: nothing more is sent for the run. */
  onCrashed(error: unknown): void;
}

interface Exchange {
  readonly resolve: (certain: boolean) => void;
  readonly reject: (reason: Error) => void;
}

const plainly = (commands: readonly string[]): Buffer =>
  Buffer.from(commands.map((command) => `${command}\n`).join(''), 'latin1');

/** From line 1 on, which is made the next one. */
const numbered = (commands: readonly string[], { zeroLineNumbers }: Dialect): Buffer =>
  Buffer.concat([
    plainly([zeroLineNumbers]),
    ...commands.map((command, index) => frameLine(index + 1, command)),
  ]);

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
    private readonly dialect: Dialect,
    private readonly clock: Clock,
    private readonly listener: ConversationListener,
  ) {
    this.state = createStreamerState(profile, dialect);
    this.timer = new DeadlineTimer(clock, () => this.step({ kind: 'timer', now: clock.monotonic() }));
    this.reader = new LineReader(this.createOnLine(dialect.createParser(profile)));
  }

  get isOpen(): boolean {
    return this.link !== null;
  }

  /** Every command that was sent is answered. */
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
      this.state.plain.commands.push(command);
      this.pump();
    });
  }

  /** Lets the streamer send everything that its state allows now. */
  pump(): void {
    this.step({ kind: 'pump', now: this.clock.monotonic() });
  }

  /**
   * Writes commands out of band, ahead of all waiting commands, in one write. If the firmware accepts no command without a
   * number, they are also sent with one, unless more lines of a run follow.
   */
  writeNow(...commands: readonly string[]): void {
    if (!this.state.firmware.numbersPlains || this.state.run.active) return this.write(plainly(commands));
    const said = commands.filter((command) => command !== '');
    renumber(this.state, said.length + 1);
    this.write(Buffer.concat([plainly(commands), numbered(said, this.dialect)]));
  }

  /** The same for commands that end the active run: its line numbers are no longer needed. */
  writeLast(...commands: readonly string[]): void {
    const { numbersPlains } = this.state.firmware;
    this.write(
      Buffer.concat([plainly(commands), ...(numbersPlains ? [numbered(commands, this.dialect)] : [])]),
    );
  }

  private write(bytes: Buffer): void {
    this.flush();
    this.transcript.sent(bytes, this.clock.monotonic());
    this.link?.write(bytes);
  }

  /** Sends a command for which the firmware may be waiting: ahead of the others when a command is in flight. */
  sayBeside(command: string): void {
    if (this.state.phase !== 'plain' && inFlight(this.state) <= 0) {
      this.exchange(command).catch(() => undefined);
      return;
    }
    this.writeNow(command);
    this.interrupt();
  }

  /** After out-of-band commands during a run: asks the firmware which line it expects. */
  interrupt(): void {
    this.step({ kind: 'interrupt', now: this.clock.monotonic() });
  }

  pullReset(): Promise<void> {
    return this.link?.reset?.() ?? Promise.resolve();
  }

  /** Drops all commands in flight; callers that wait for an answer get the reason. */
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

  /** A transport may deliver bytes during a write: they wait until the present step is over. */
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
      this.dialect.step(this.state, input, this.effects);
      this.timer.set(this.state.deadline);
      const { events, frames } = this.effects;
      if (events.length > 0 || frames.length >= GATHERED) this.settle();
    };
  }

  private step(input: StreamerInput): void {
    if (!this.link) return;
    try {
      this.dialect.step(this.state, input, this.effects);
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
   * The lines that the replies of one chunk allow are sent in one write: a system call costs more than the rest of a
   * line's work. They are sent before the ledger is updated, so that the machine works meanwhile; and the ledger is
   * updated before an event ends the run.
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
