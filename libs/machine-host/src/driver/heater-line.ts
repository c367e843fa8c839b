import type { Dialect, Heaters } from '../dialect/dialect';
import type { TemperatureReport } from '../protocol/temperatures';
import { type HeaterReading, readingNamed } from '../readings';
import type { Conversation } from './conversation';
import type { StatusBoard } from './status-board';

/** Sends heater commands to a machine, and reads its answers. */
export class HeaterLine {
  constructor(
    private readonly conversation: Conversation,
    private readonly dialect: Dialect,
    private readonly bank: Heaters,
    private readonly board: StatusBoard,
  ) {}

  /** False when a query is useless: the line is closed, or the firmware has halted. */
  get mayAsk(): boolean {
    return this.conversation.isOpen && this.board.status.state !== 'halted';
  }

  /** All heaters off, in one write. A line feed first: it ends a half line that the firmware may hold. */
  write(): void {
    const { bank, conversation } = this;
    const { firmware, run } = conversation.state;
    // During a run the firmware accepts only the run's next numbers.
    if (firmware.numbersPlains && run.active)
      for (const command of bank.off) conversation.exchange(command).catch(() => undefined);
    else conversation.writeNow('', ...bank.off);
    bank.onSwitchedOff();
  }

  /** Whether all heaters are off, according to the machine's answer to this query. */
  async ask(): Promise<boolean> {
    const { reports } = this.bank;
    await this.conversation.exchange(this.dialect.readTemperatures);
    if (this.bank.areNone) return true;
    return this.bank.reports > reports && this.bank.areOff;
  }

  onReport(report: TemperatureReport): void {
    const { bank, board } = this;
    const told = bank.learn(report);
    // While it waits for its nozzle, Prusa-Firmware says nothing of the bed.
    const tellsAll = [...report.heaters.values()].some(({ target }) => target !== null);
    board.set({ readings: tellsAll ? told : completed(told, board.status.readings) });
  }
}

/** The readings of this report, and earlier readings of the other heaters. */
function completed(told: readonly HeaterReading[], known: readonly HeaterReading[]): HeaterReading[] {
  const isNew = ({ name }: HeaterReading) => readingNamed(known, name) === null;
  return [...known.map((before) => readingNamed(told, before.name) ?? before), ...told.filter(isNew)];
}
