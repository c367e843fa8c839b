import type { FirmwareProfile } from '@pandafab/firmware';
import type { Dialect, Heaters } from '../dialect/dialect';
import { dialectOf } from '../dialect/dialect-of';
import type { DriverLog, RunCause } from '../machine-driver';
import type { Reply } from '../protocol/reply';
import type { CloseReason } from '../transport';
import { Conversation, type ConversationEvent } from './conversation';
import { FirmwareFacts } from './firmware-facts';
import { HeaterGuard } from './heater-guard';
import { HeaterLine } from './heater-line';
import { HeaterUncertainty } from './heater-uncertainty';
import { Introduction } from './introduction';
import { PromptDesk } from './prompt-desk';
import { RunSlot } from './run-slot';
import { StatusBoard } from './status-board';
import type { StreamingDriverOptions } from './streaming-driver-options';
import { TemperaturePoll } from './temperature-poll';
import { WaitBreaker } from './wait-breaker';

/** Builds and connects the parts of a streaming driver; the driver coordinates them. */
export abstract class DriverParts {
  protected readonly profile: FirmwareProfile;
  protected readonly dialect: Dialect;
  protected readonly log: DriverLog;
  protected readonly board: StatusBoard;
  protected readonly conversation: Conversation;
  protected readonly facts: FirmwareFacts;
  protected readonly introduction: Introduction;
  protected readonly bank: Heaters;
  protected readonly heaterLine: HeaterLine;
  protected readonly heaters: HeaterGuard;
  protected readonly poll: TemperaturePoll;
  protected readonly prompts: PromptDesk;
  protected readonly uncertainty: HeaterUncertainty;
  protected readonly breaker: WaitBreaker;
  protected readonly slot: RunSlot;

  constructor(protected readonly options: StreamingDriverOptions) {
    const { profile, clock, log } = options;
    this.profile = profile;
    this.dialect = options.dialect ?? dialectOf(profile);
    this.log = log;
    this.board = new StatusBoard(clock);
    this.conversation = new Conversation(profile, this.dialect, clock, {
      onEvent: (event) => this.onEvent(event),
      onReply: (reply) => this.onReply(reply),
      onStepped: (now) => this.slot.run?.onStepped(now),
      onClosed: (why) => this.onClosed(why),
      onCrashed: (error) => this.onCrashed(error),
    });
    this.bank = this.dialect.createHeaters(profile);
    this.facts = new FirmwareFacts(profile, this.conversation.state, this.bank);
    this.introduction = new Introduction({
      ...{ profile, clock, dialect: this.dialect, conversation: this.conversation, facts: this.facts },
    });
    this.heaterLine = new HeaterLine(this.conversation, this.dialect, this.bank, this.board);
    this.heaters = this.createHeaterGuard();
    this.uncertainty = new HeaterUncertainty(this.board, clock, log);
    this.prompts = new PromptDesk({
      ...{ dialect: this.dialect, conversation: this.conversation, facts: this.facts, board: this.board },
      orders: profile.scripts.interrupt,
    });
    this.breaker = this.createWaitBreaker();
    this.slot = this.createRunSlot();
    this.poll = new TemperaturePoll({
      ...{ profile, clock, dialect: this.dialect, bank: this.bank },
      ...{ conversation: this.conversation, facts: this.facts },
    });
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
    const { bank, board, breaker, conversation, dialect, heaters, introduction, uncertainty } = this;
    const { profile, clock, log } = this.options;
    return new RunSlot({
      ...{
        profile,
        dialect,
        clock,
        log,
        bank,
        board,
        conversation,
        uncertainty,
        heaters,
        introduction,
        breaker,
      },
      onFailed: (cause) => this.onFailed(cause),
      onHeldTooLong: () => this.onHeldTooLong(),
    });
  }
}
