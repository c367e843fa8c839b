import type { FirmwareProfile } from '@pandafab/firmware';
import { Fault } from '@pandafab/shared';
import type {
  DriverLog,
  MachineDriver,
  MachineStatus,
  RunCause,
  RunObserver,
  RunOutcome,
} from '../machine-driver';
import type { Reply } from '../protocol/reply';
import type { CommandSource } from '../source/command-source';
import type { CloseReason } from '../transport';
import { awaitHalt, HALT_WITHIN_MS } from './await-halt';
import { Conversation, type ConversationEvent } from './conversation';
import { obeyAction, readAction } from './firmware-actions';
import { FirmwareFacts } from './firmware-facts';
import { haltOf, hasHalted, shutDownRequest } from './halt';
import { HeaterBank } from './heater-bank';
import { HeaterDoubt } from './heater-doubt';
import { HeaterGuard } from './heater-guard';
import { HeaterLine } from './heater-line';
import { Introduction } from './introduction';
import { PromptDesk } from './prompt-desk';
import { recognise } from './recognise';
import { RunSlot } from './run-slot';
import { StatusBoard } from './status-board';
import type { StreamingDriverOptions } from './streaming-driver-options';
import { TemperaturePoll } from './temperature-poll';
import { WaitBreaker } from './wait-breaker';

const EMERGENCY_STOP: RunCause = { code: 'MACHINE.EMERGENCY_STOP', details: {} };

/** A driver that sends a file line by line over a transport and listens to every answer. */
export class StreamingDriver implements MachineDriver {
  private readonly board: StatusBoard;
  private readonly conversation: Conversation;
  private readonly facts: FirmwareFacts;
  private readonly introduction: Introduction;
  private readonly bank: HeaterBank;
  private readonly heaterLine: HeaterLine;
  private readonly heaters: HeaterGuard;
  private readonly poll: TemperaturePoll;
  private readonly prompts: PromptDesk;
  private readonly doubt: HeaterDoubt;
  private readonly breaker: WaitBreaker;
  private readonly profile: FirmwareProfile;
  private readonly log: DriverLog;
  private readonly slot: RunSlot;
  /** The emergency stop is being written. */
  private stopping = false;

  constructor(private readonly options: StreamingDriverOptions) {
    const { profile, clock, log } = options;
    this.profile = profile;
    this.log = log;
    this.board = new StatusBoard(clock);
    this.conversation = new Conversation(profile, clock, {
      onEvent: (event) => this.onEvent(event),
      onReply: (reply) => this.onReply(reply),
      onStepped: (now) => this.slot.run?.onStepped(now),
      onClosed: (why) => this.onClosed(why),
      onCrashed: (error) => this.onCrashed(error),
    });
    this.bank = new HeaterBank(profile);
    this.facts = new FirmwareFacts(profile, this.conversation.state, this.bank);
    this.introduction = new Introduction(this.conversation, profile, clock, this.facts);
    this.heaterLine = new HeaterLine(this.conversation, this.bank, this.board);
    this.heaters = new HeaterGuard({
      ...{ clock, log },
      write: () => this.heaterLine.write(),
      ask: () => this.heaterLine.ask(),
      mayAsk: () => this.heaterLine.mayAsk,
      onConfirmed: () => this.onHeatersConfirmed(),
    });
    this.doubt = new HeaterDoubt(this.board, clock, log);
    const { bank, board, conversation, doubt, heaters, introduction } = this;
    this.prompts = new PromptDesk(this.conversation, this.facts, this.board);
    this.breaker = new WaitBreaker({
      ...{ conversation, clock, orders: profile.scripts.interrupt },
      dismissPrompt: () => this.prompts.dismiss(),
      onStuck: () => this.slot.onStuck(),
    });
    const { breaker } = this;
    this.slot = new RunSlot({
      ...{ profile, clock, log, bank, board, conversation, doubt, heaters, introduction, breaker },
      onFailed: (cause) => this.onFailed(cause),
    });
    this.poll = new TemperaturePoll(this.conversation, this.facts, profile, clock);
  }

  status(): MachineStatus {
    return this.board.status;
  }

  onStatus(listener: (status: MachineStatus) => void): () => void {
    return this.board.listen(listener);
  }

  async connect(): Promise<void> {
    const { connection } = this.board.status;
    if (connection !== 'disconnected' && connection !== 'faulted' && connection !== 'halted')
      throw new Fault('MACHINE.NOT_READY', { connection });
    this.prompts.end();
    this.board.set({ connection: 'connecting', asks: { run: null, machine: null } });
    this.heaters.stop();
    try {
      await this.conversation.close();
      await this.conversation.open(this.options.transport);
      this.bank.forget();
      if (this.doubt.isOpen) this.heaterLine.write();
      await this.introduce();
      if (this.doubt.isOpen) await this.heaters.off();
    } catch (error) {
      // Whoever does not answer may still hear.
      if (this.doubt.isOpen) this.heaterLine.write();
      await this.conversation.close();
      if (error instanceof Fault && hasHalted(error)) this.doubt.halt(shutDownRequest(error));
      else this.board.set({ connection: 'disconnected' });
      throw error;
    }
    this.doubt.settle('ready');
    this.poll.start();
  }

  async disconnect(): Promise<void> {
    this.poll.stop();
    const wasRunning = this.slot.run !== null;
    this.slot.fail({ code: 'MACHINE.UNPLUGGED', details: { reason: 'disconnected' } });
    if (wasRunning) await this.abandonStream().catch(() => undefined);
    this.heaters.stop();
    await this.conversation.close();
    this.doubt.leave('disconnected');
  }

  async run(source: CommandSource, observer: RunObserver): Promise<RunOutcome> {
    const { connection } = this.board.status;
    if (connection !== 'ready' || this.slot.run) {
      await source.close();
      throw new Fault('MACHINE.NOT_READY', { connection });
    }
    try {
      return await this.slot.start(source, observer);
    } finally {
      await source.close();
    }
  }

  pause(): void {
    this.slot.run?.pause({ kind: 'requested', message: '' });
  }

  resume(): void {
    this.slot.run?.resume();
  }

  cancel(): void {
    this.slot.cancel();
  }

  answer(request: number, button: number): void {
    const { kind } = this.board.demandAsked(request, button);
    this.log.info('machine.answered', { request, button });
    if (kind === 'cancel-stuck') this.emergencyStop();
    else if (!this.prompts.answer(button)) this.slot.run?.resume();
  }

  transcript(): string {
    return this.conversation.transcript.toString();
  }

  consoleTail(lines: number): string[] {
    return this.conversation.transcript.tail(lines);
  }

  doubtHeaters(): void {
    this.doubt.raise();
    this.doubt.leave('disconnected');
  }

  emergencyStop(): void {
    if (!this.conversation.isOpen) return this.onStopUnheard();
    this.stopping = true;
    for (const command of this.profile.scripts.emergency) this.conversation.writeNow(command);
    // Without an emergency parser M112 waits behind the buffer: the reset line is quicker, where there is one.
    if (!this.conversation.state.emergencyParser && this.profile.reset.dtrPulseResets)
      this.conversation
        .pullReset()
        .catch((error) => this.log.warn('machine.reset-failed', { reason: String(error) }));
    this.log.warn('machine.emergency-stop');
    this.stopping = false;
    // Unless it has answered already: then all this is done, and the heaters are known to be off.
    if (this.board.status.connection === 'halted') return;
    this.slot.fail(EMERGENCY_STOP);
    this.poll.stop();
    this.doubt.awaitHalt(HALT_WITHIN_MS);
    this.conversation.restart(new Fault(EMERGENCY_STOP.code));
  }

  heatersOff(): Promise<void> {
    return this.board.status.connection === 'halted'
      ? awaitHalt(this.board, this.options.clock)
      : this.heaters.off();
  }

  private async introduce(): Promise<void> {
    await this.introduction.hold();
    const recognition = recognise(this.facts.heard, this.options);
    this.board.set({ firmware: this.facts.name, ...recognition });
  }

  private onEvent(event: ConversationEvent): void {
    if (event.kind === 'drained') this.slot.run?.onDrained();
    else if (event.kind === 'attention') this.slot.run?.onAttention(event.command);
    else if (event.kind === 'reset') this.onReset();
    else this.onFailed(event.cause);
  }

  private onFailed(cause: RunCause): void {
    const halted = hasHalted(cause);
    const told = haltOf(cause, this.facts.lastError, this.profile.reset.command);
    const known = this.stopping ? EMERGENCY_STOP : told;
    const wasConnecting = this.board.status.connection === 'connecting';
    this.slot.fail(known, halted ? 'off' : 'in-doubt');
    if (halted) {
      this.poll.stop();
      this.doubt.halt(shutDownRequest(told));
    } else if (!wasConnecting) this.doubt.lose();
    this.conversation.restart(new Fault(known.code, known.details));
    if (!halted && !wasConnecting) void this.abandonStream().catch(() => this.heaters.keepTrying());
  }

  /** Heaters off although lines may still be in flight, and whatever holds the buffer. */
  private async abandonStream(): Promise<void> {
    this.conversation.restart(new Fault('MACHINE.NOT_READY', { connection: 'faulted' }));
    this.breaker.order();
    this.breaker.begin();
    await this.heaters.off().finally(() => this.breaker.end());
  }

  private onHeatersConfirmed(): void {
    this.doubt.settle(this.board.status.connection === 'faulted' ? 'ready' : undefined);
  }

  /** No line was in flight: its firmware starts with the heaters off and has forgotten what it was told. */
  private onReset(): void {
    if (this.introduction.isAskingState) return;
    if (this.slot.run) {
      this.onFailed({
        code: 'MACHINE.RESET_MID_RUN',
        details: { lines: this.conversation.state.acknowledged },
      });
      return;
    }
    const { connection } = this.board.status;
    this.log.warn('machine.reset');
    this.prompts.end();
    if (connection === 'halted') this.doubt.settle();
    else this.introduction.beginAgain();
    if (connection === 'ready') void this.introduceAgain();
  }

  private async introduceAgain(): Promise<void> {
    this.board.set({ connection: 'connecting' });
    try {
      await this.introduce();
      this.doubt.settle('ready');
    } catch {
      this.doubt.lose();
    }
  }

  /** Nobody hears the stop: it may be hot, and nothing is known until the machine is back. */
  private onStopUnheard(): void {
    if (this.board.status.connection === 'halted') return;
    this.doubt.raise();
    this.doubt.leave('faulted');
  }

  private onClosed(why: CloseReason): void {
    this.poll.stop();
    this.heaters.stop();
    this.log.warn('machine.line-closed', { kind: why.kind, detail: why.detail ?? '' });
    this.slot.fail({ code: 'MACHINE.UNPLUGGED', details: { reason: why.detail ?? why.kind } });
    this.doubt.leave('faulted');
  }

  private onCrashed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn('machine.stream-crashed', { reason });
    this.onFailed({ code: 'MACHINE.STREAM_CRASHED', details: { reason } });
  }

  private onReply(reply: Reply): void {
    if (reply.temperatures) this.heaterLine.onReport(reply.temperatures);
    if (reply.kind === 'ok' && reply.bare) return;
    if (reply.kind !== 'banner' || !this.introduction.isAskingState) this.facts.learn(reply);
    // Asked for the line that it expects, the firmware answers with an error: nothing is wrong.
    if (reply.kind === 'error' && this.conversation.state.phase !== 'querying')
      this.log.warn('machine.error', { text: reply.text });
    if (reply.kind === 'action') this.onAction(reply.text);
  }

  private onAction(text: string): void {
    const action = readAction(text, this.conversation.state);
    if (!action) return;
    if (!this.prompts.take(action)) obeyAction(action, this.slot);
  }
}
