import { Fault } from '@pandafab/shared';
import type { MachineDriver, MachineStatus, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import type { Reply } from '../protocol/reply';
import type { CommandSource } from '../source/command-source';
import type { CloseReason } from '../transport';
import { awaitHalt, HALT_WITHIN_MS } from './await-halt';
import type { ConversationEvent } from './conversation';
import { DriverParts } from './driver-parts';
import { obeyAction, readAction } from './firmware-actions';
import { haltOf, hasHalted, personFor } from './halt';
import { recognise } from './recognise';

/** The mains switch of a virtual machine, on its line: a comment to every firmware, and never said to one that is real. */
const OFF_AND_ON = ';@pandafab switch off and on';
const EMERGENCY_STOP: RunCause = { code: 'MACHINE.EMERGENCY_STOP', details: {} };

/** A driver that sends a file line by line over a transport and listens to every answer. */
export class StreamingDriver extends DriverParts implements MachineDriver {
  /** Why the emergency stop is being written; null when it is not. */
  private stopping: RunCause | null = null;
  /** It was wished while the line was closed. */
  private stopUnheard = false;
  /** It was stopped from here: only a person says that it may be used again. */
  private stopped = false;
  /** Its board was reset since it was introduced: it has forgotten what it was told. */
  private mustIntroduce = false;

  status(): MachineStatus {
    return this.board.status;
  }

  onStatus(listener: (status: MachineStatus) => void): () => void {
    return this.board.listen(listener);
  }

  async connect({ switchOffAndOn = false } = {}): Promise<void> {
    const { connection } = this.board.status;
    if (connection !== 'disconnected' && connection !== 'faulted' && connection !== 'halted')
      throw new Fault('MACHINE.NOT_READY', { connection });
    this.prompts.end();
    this.board.set({ connection: 'connecting', asks: { run: null } });
    this.heaters.stop();
    this.stopUnheard = false;
    this.stopped = false;
    try {
      await this.conversation.close();
      await this.conversation.open(this.options.transport);
      this.bank.forget();
      if (switchOffAndOn && this.facts.virtualSpeed !== null) this.conversation.writeNow(OFF_AND_ON);
      if (this.stopUnheard) this.emergencyStop();
      if (this.doubt.isOpen) this.heaterLine.write();
      await this.introduce();
      if (this.doubt.isOpen) await this.heaters.off();
    } catch (error) {
      // Whoever does not answer may still hear.
      if (this.doubt.isOpen) this.heaterLine.write();
      await this.conversation.close();
      const code = error instanceof Fault ? error.code : null;
      if (error instanceof Fault && hasHalted(error)) this.doubt.halt(personFor(error));
      // Stopped meanwhile: it stays so until a person says otherwise.
      else if (code !== EMERGENCY_STOP.code)
        this.board.set({ connection: 'disconnected', asks: { machine: personFor(error) } });
      throw error;
    }
    this.mustIntroduce = false;
    this.doubt.settle('ready');
    this.board.set({ asks: { machine: null } });
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
    if (this.conversation.isOpen) this.stopNow(EMERGENCY_STOP);
    else this.onStopUnheard();
  }

  private stopNow(cause: RunCause): void {
    this.stopping = cause;
    this.stopped = true;
    this.conversation.writeLast(...this.profile.scripts.emergency);
    // Without an emergency parser M112 waits behind the buffer: the reset line is quicker, where there is one.
    if (!this.conversation.state.emergencyParser && this.profile.reset.dtrPulseResets)
      this.conversation
        .pullReset()
        .catch((error) => this.log.warn('machine.reset-failed', { reason: String(error) }));
    this.log.warn('machine.emergency-stop', { code: cause.code });
    this.stopping = null;
    // Unless it has answered already: then all this is done, and the heaters are known to be off.
    if (this.board.status.connection === 'halted') return;
    this.slot.fail(cause);
    this.poll.stop();
    this.doubt.awaitHalt(HALT_WITHIN_MS);
    this.introduction.end(new Fault(cause.code, cause.details));
  }

  protected onHeldTooLong(): void {
    const minutes = this.profile.pause.keepMinutes;
    this.stopNow({ code: 'MACHINE.HELD_TOO_LONG', details: { minutes } });
  }

  heatersOff(): Promise<void> {
    return this.board.status.connection === 'halted'
      ? awaitHalt(this.board, this.options.clock)
      : this.heaters.off();
  }

  private async introduce(): Promise<void> {
    if (this.stopUnheard) throw new Fault(EMERGENCY_STOP.code);
    await this.introduction.hold();
    const recognition = recognise(this.facts.heard, this.options);
    const { name: firmware, virtualSpeed } = this.facts;
    this.board.set({ firmware, virtualSpeed, ...recognition });
  }

  protected onEvent(event: ConversationEvent): void {
    if (event.kind === 'drained') this.slot.run?.onDrained();
    else if (event.kind === 'attention') this.slot.run?.onAttention(event.command);
    else if (event.kind === 'reset') this.onReset();
    else this.onFailed(event.cause);
  }

  protected onFailed(cause: RunCause): void {
    const halted = hasHalted(cause);
    const told = haltOf(cause, this.facts.lastError, this.profile.reset.command);
    const known = this.stopping ?? told;
    const wasConnecting = this.board.status.connection === 'connecting';
    this.mustIntroduce ||= cause.code === 'MACHINE.RESET_MID_RUN';
    this.slot.fail(known, halted ? 'off' : 'in-doubt');
    if (halted) {
      this.poll.stop();
      this.doubt.halt(personFor(told));
    } else if (!wasConnecting) this.doubt.lose();
    this.introduction.end(new Fault(known.code, known.details));
    if (!halted && !wasConnecting) void this.abandonStream().catch(() => this.heaters.keepTrying());
  }

  /** Heaters off although lines may still be in flight, and whatever holds the buffer. */
  private async abandonStream(): Promise<void> {
    this.conversation.restart(new Fault('MACHINE.NOT_READY', { connection: 'faulted' }));
    this.breaker.order();
    this.breaker.begin();
    await this.heaters.off().finally(() => this.breaker.end());
  }

  protected onHeatersConfirmed(): void {
    if (this.board.status.connection !== 'faulted') return this.doubt.settle();
    if (this.mustIntroduce) return void this.introduceAgain();
    this.doubt.settle('ready');
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
    if (connection === 'halted' && this.stopped) return this.doubt.settle();
    this.introduction.beginAgain();
    if (connection === 'ready' || connection === 'halted') void this.introduceAgain();
    else this.mustIntroduce = true;
  }

  /** It has started by itself, or somebody has pressed its button: it is there again once its heaters are known to be off. */
  private async introduceAgain(): Promise<void> {
    this.mustIntroduce = false;
    this.board.set({ connection: 'connecting', heatersUnknown: true, asks: { machine: null } });
    try {
      await this.introduce();
      await this.heaters.off();
      this.doubt.settle('ready');
      this.poll.start();
    } catch {
      // Stopped or unplugged meanwhile: then that is said already.
      if (this.board.status.connection === 'connecting') this.doubt.lose();
    }
  }

  /** Nobody hears the stop: it may be hot, and is left alone until a person connects it again. */
  private onStopUnheard(): void {
    if (this.board.status.connection === 'halted') return;
    this.stopUnheard = true;
    this.stopped = true;
    this.doubt.raise();
    this.doubt.leave('halted');
  }

  protected onClosed(why: CloseReason): void {
    this.poll.stop();
    this.heaters.stop();
    this.log.warn('machine.line-closed', { kind: why.kind, detail: why.detail ?? '' });
    this.slot.fail({ code: 'MACHINE.UNPLUGGED', details: { reason: why.detail ?? why.kind } });
    this.doubt.leave('faulted');
  }

  protected onCrashed(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn('machine.stream-crashed', { reason });
    this.onFailed({ code: 'MACHINE.STREAM_CRASHED', details: { reason } });
  }

  protected onReply(reply: Reply): void {
    if (reply.temperatures) this.heaterLine.onReport(reply.temperatures);
    if (reply.kind === 'ok' && this.prompts.onGoesOn()) this.slot.run?.onLetGo();
    if (reply.kind === 'ok' && reply.bare) return;
    if (reply.kind === 'busy' && this.prompts.onBusy(reply.text)) this.slot.run?.onHeld();
    if (reply.kind !== 'banner' || !this.introduction.isAskingState) this.facts.learn(reply);
    // Asked for the line that it expects, the firmware answers with an error: nothing is wrong.
    if (reply.kind.endsWith('error') && this.conversation.state.phase !== 'querying')
      this.log.warn('machine.error', { text: reply.text });
    if (reply.kind === 'locked' && this.board.status.connection === 'ready') this.onLocked(reply.text);
    if (reply.kind === 'action') this.onAction(reply.text);
  }

  /** Somebody has locked it while nothing went on: it takes no job until it is unlocked and was reached for again. */
  private onLocked(message: string): void {
    this.poll.stop();
    this.board.set({ asks: { machine: personFor({ code: 'MACHINE.LOCKED', details: { message } }) } });
    this.doubt.leave('faulted');
  }

  private onAction(text: string): void {
    const action = readAction(text, this.conversation.state);
    if (!action) return;
    if (!this.prompts.take(action)) obeyAction(action, this.slot);
  }
}
