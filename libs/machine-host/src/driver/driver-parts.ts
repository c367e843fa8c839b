import type { FirmwareProfile } from '@pandafab/firmware';
import type { DriverLog, RunCause } from '../machine-driver';
import type { Reply } from '../protocol/reply';
import type { CloseReason } from '../transport';
import { Conversation, type ConversationEvent } from './conversation';
import { FirmwareFacts } from './firmware-facts';
import { HeaterBank } from './heater-bank';
import { HeaterDoubt } from './heater-doubt';
import { HeaterGuard } from './heater-guard';
import { HeaterLine } from './heater-line';
import { Introduction } from './introduction';
import { PromptDesk } from './prompt-desk';
import { RunSlot } from './run-slot';
import { StatusBoard } from './status-board';
import type { StreamingDriverOptions } from './streaming-driver-options';
import { TemperaturePoll } from './temperature-poll';
import { WaitBreaker } from './wait-breaker';

/** The parts of a streaming driver, put together; what happens between them is the driver's. */
export abstract class DriverParts {
  protected readonly profile: FirmwareProfile;
  protected readonly log: DriverLog;
  protected readonly board: StatusBoard;
  protected readonly conversation: Conversation;
  protected readonly facts: FirmwareFacts;
  protected readonly introduction: Introduction;
  protected readonly bank: HeaterBank;
  protected readonly heaterLine: HeaterLine;
  protected readonly heaters: HeaterGuard;
  protected readonly poll: TemperaturePoll;
  protected readonly prompts: PromptDesk;
  protected readonly doubt: HeaterDoubt;
  protected readonly breaker: WaitBreaker;
  protected readonly slot: RunSlot;

  constructor(protected readonly options: StreamingDriverOptions) {
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
    this.heaters = this.createHeaterGuard();
    this.doubt = new HeaterDoubt(this.board, clock, log);
    this.prompts = new PromptDesk(this.conversation, this.facts, this.board, profile.scripts.interrupt);
    this.breaker = this.createWaitBreaker();
    this.slot = this.createRunSlot();
    this.poll = new TemperaturePoll(this.conversation, this.facts, this.bank, profile, clock);
  }

  protected abstract onEvent(event: ConversationEvent): void;
  protected abstract onReply(reply: Reply): void;
  protected abstract onClosed(why: CloseReason): void;
  protected abstract onCrashed(error: unknown): void;
  protected abstract onFailed(cause: RunCause): void;
  protected abstract onHeldTooLong(): void;
  protected abstract onHeatersConfirmed(): void;

  private createHeaterGuard(): HeaterGuard {
    const { clock, log } = this.options;
    return new HeaterGuard({
      ...{ clock, log },
      write: () => this.heaterLine.write(),
      ask: () => this.heaterLine.ask(),
      mayAsk: () => this.heaterLine.mayAsk,
      onConfirmed: () => this.onHeatersConfirmed(),
    });
  }

  private createWaitBreaker(): WaitBreaker {
    const { conversation, options, profile } = this;
    return new WaitBreaker({
      ...{ conversation, clock: options.clock, orders: profile.scripts.interrupt },
      keepMinutes: profile.pause.keepMinutes,
      dismissPrompt: () => this.prompts.dismiss(),
      onStuck: () => this.slot.onStuck(),
      onNobody: () => this.slot.onNobody(),
    });
  }

  private createRunSlot(): RunSlot {
    const { bank, board, breaker, conversation, doubt, heaters, introduction } = this;
    const { profile, clock, log } = this.options;
    return new RunSlot({
      ...{ profile, clock, log, bank, board, conversation, doubt, heaters, introduction, breaker },
      onFailed: (cause) => this.onFailed(cause),
      onHeldTooLong: () => this.onHeldTooLong(),
    });
  }
}
