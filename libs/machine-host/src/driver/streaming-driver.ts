import { Fault } from '@pandafab/shared';
import type { MachineDriver, MachineStatus, RunCause, RunObserver, RunOutcome } from '../machine-driver';
import type { Reply } from '../protocol/reply';
import type { CloseReason } from '../transport';
import type { Work } from '../work';
import { awaitHalt, HALT_WITHIN_MS } from './await-halt';
import type { ConversationEvent } from './conversation';
import { DriverParts } from './driver-parts';
import { obeyAction, readAction } from './firmware-actions';
import { haltOf, hasHalted, personFor } from './halt';
import { recognise } from './recognise';

/** The mains switch of a virtual machine, on its line: a comment to every firmware, never sent to a real machine. */
const OFF_AND_ON = ';@pandafab switch off and on';
const EMERGENCY_STOP: RunCause = { code: 'MACHINE.EMERGENCY_STOP', details: {} };

/** A driver that sends a file line by line over a transport and listens to every answer. */
export class StreamingDriver extends DriverParts implements MachineDriver {
  /** Why the emergency stop is being written; null when it is not. */
  private stopping: RunCause | null = null;
  /** The stop was requested while the line was closed. */
  private stopUnheard = false;
  /** The machine was stopped by PandaFab: only a person may release it for use. */
  private stopped = false;
  /** Its board was reset since the introduction: it has lost its settings. */
  private mustIntroduce = false;

  status(): MachineStatus {
    return this.board.status;
  }

  onStatus(listener: (status: MachineStatus) => void): () => void {
    return this.board.listen(listener);
  }

  async connect({ switchOffAndOn = false } = {}): Promise<void> {
    const { state } = this.board.status;
    if (state !== 'disconnected' && state !== 'faulted' && state !== 'halted')
      throw new Fault('MACHINE.NOT_READY', { state });
    this.prompts.end();
    this.board.set({ state: 'connecting', asks: { run: null } });
    this.heaters.stop();
    this.stopUnheard = false;
    this.stopped = false;
    try {
      await this.conversation.close();
      await this.conversation.open(this.options.transport);
      this.bank.forget();
      if (switchOffAndOn && this.facts.virtualSpeed !== null) this.conversation.writeNow(OFF_AND_ON);
      if (this.stopUnheard) this.emergencyStop();
      if (this.uncertainty.isOpen) this.heaterLine.write();
      await this.introduce();
      if (this.uncertainty.isOpen) await this.heaters.off();
    } catch (error) {
      // A machine that does not answer may still receive.
      if (this.uncertainty.isOpen) this.heaterLine.write();
      await this.conversation.close();
      const code = error instanceof Fault ? error.code : null;
      if (error instanceof Fault && hasHalted(error)) this.uncertainty.halt(personFor(error));
      // Stopped meanwhile: it stays stopped until a person releases it.
      else if (code !== EMERGENCY_STOP.code)
        this.board.set({ state: 'disconnected', asks: { machine: personFor(error) } });
      throw error;
    }
    this.mustIntroduce = false;
    this.uncertainty.settle('ready');
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
    this.uncertainty.leave('disconnected');
  }

  async run(work: Work, observer: RunObserver): Promise<RunOutcome> {
    const { state } = this.board.status;
    if (state !== 'ready' || this.slot.run) throw new Fault('MACHINE.NOT_READY', { state });
    return this.slot.start(work, observer);
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
    this.uncertainty.raise();
    this.uncertainty.leave('disconnected');
  }

  emergencyStop(): void {
    if (this.conversation.isOpen) this.stopNow(EMERGENCY_STOP);
    else this.onStopUnheard();
  }

  private stopNow(cause: RunCause): void {
    this.stopping = cause;
    this.stopped = true;
    this.conversation.writeLast(...this.profile.scripts.emergency);
    // Without an emergency parser the command waits behind the buffer: the reset line, if there is one, is quicker.
    if (!this.conversation.state.firmware.emergencyParser && this.profile.reset.dtrPulseResets)
      this.conversation
        .pullReset()
        .catch((error) => this.log.warn('machine.reset-failed', { reason: String(error) }));
    this.log.warn('machine.emergency-stop', { code: cause.code });
    this.stopping = null;
    // Unless the machine has answered already: then this is done, and the heaters are confirmed off.
    if (this.board.status.state === 'halted') return;
    this.slot.fail(cause);
    this.poll.stop();
    this.uncertainty.awaitHalt(HALT_WITHIN_MS);
    this.introduction.end(new Fault(cause.code, cause.details));
  }

  protected onHeldTooLong(): void {
    const minutes = this.profile.pause.keepMinutes;
    this.stopNow({ code: 'MACHINE.HELD_TOO_LONG', details: { minutes } });
  }

  heatersOff(): Promise<void> {
    return this.board.status.state === 'halted'
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
    const wasConnecting = this.board.status.state === 'connecting';
    this.mustIntroduce ||= cause.code === 'MACHINE.RESET_MID_RUN';
    this.slot.fail(known, halted ? 'off' : 'in-doubt');
    if (halted) {
      this.poll.stop();
      this.uncertainty.halt(personFor(told));
    } else if (!wasConnecting) this.uncertainty.lose();
    this.introduction.end(new Fault(known.code, known.details));
    if (!halted && !wasConnecting) void this.abandonStream().catch(() => this.heaters.keepTrying());
  }

  /** Heaters off, although lines may be in flight and a command may block the buffer. */
  private async abandonStream(): Promise<void> {
    this.conversation.restart(new Fault('MACHINE.NOT_READY', { state: 'faulted' }));
    this.breaker.order();
    this.breaker.begin();
    await this.heaters.off().finally(() => this.breaker.end());
  }

  protected onHeatersConfirmed(): void {
    if (this.board.status.state !== 'faulted') return this.uncertainty.settle();
    if (this.mustIntroduce) return void this.introduceAgain();
    this.uncertainty.settle('ready');
  }

  /** No line was in flight: its firmware starts with the heaters off and has lost its settings. */
  private onReset(): void {
    if (this.introduction.isAskingState) return;
    if (this.slot.run) {
      this.onFailed({
        code: 'MACHINE.RESET_MID_RUN',
        details: { lines: this.conversation.state.lines.acknowledged },
      });
      return;
    }
    const { state } = this.board.status;
    this.log.warn('machine.reset');
    this.prompts.end();
    if (state === 'halted' && this.stopped) return this.uncertainty.settle();
    this.introduction.beginAgain();
    if (state === 'ready' || state === 'halted') void this.introduceAgain();
    else this.mustIntroduce = true;
  }

  /**
   * The board has restarted by itself, or a person has pressed its button: it is ready once its heaters are confirmed
   * off.
   */
  private async introduceAgain(): Promise<void> {
    this.mustIntroduce = false;
    this.board.set({ state: 'connecting', heatersUnknown: true, asks: { machine: null } });
    try {
      await this.introduce();
      await this.heaters.off();
      this.uncertainty.settle('ready');
      this.poll.start();
    } catch {
      // Stopped or unplugged meanwhile: that is already reported.
      if (this.board.status.state === 'connecting') this.uncertainty.lose();
    }
  }

  /** The machine does not receive the stop: it may be hot, and is left alone until a person reconnects it. */
  private onStopUnheard(): void {
    if (this.board.status.state === 'halted') return;
    this.stopUnheard = true;
    this.stopped = true;
    this.uncertainty.raise();
    this.uncertainty.leave('halted');
  }

  protected onClosed(why: CloseReason): void {
    this.poll.stop();
    this.heaters.stop();
    this.log.warn('machine.line-closed', { kind: why.kind, detail: why.detail ?? '' });
    this.slot.fail({ code: 'MACHINE.UNPLUGGED', details: { reason: why.detail ?? why.kind } });
    this.uncertainty.leave('faulted');
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
    // The firmware answers the query for its expected line with an error: this is normal.
    if (reply.kind.endsWith('error') && this.conversation.state.phase !== 'querying')
      this.log.warn('machine.error', { text: reply.text });
    if (reply.kind === 'locked' && this.board.status.state === 'ready') this.onLocked(reply.text);
    if (reply.kind === 'action') this.onAction(reply.text);
  }

  /** The machine was locked while idle: it accepts no job until it is unlocked and reconnected. */
  private onLocked(message: string): void {
    this.poll.stop();
    this.board.set({ asks: { machine: personFor({ code: 'MACHINE.LOCKED', details: { message } }) } });
    this.uncertainty.leave('faulted');
  }

  private onAction(text: string): void {
    const action = readAction(text, this.conversation.state, this.dialect);
    if (!action) return;
    if (!this.prompts.show(action)) obeyAction(action, this.slot);
  }
}
