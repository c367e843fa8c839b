import type { HeaterReading } from '../machine-driver';
import type { Reading, TemperatureReport } from '../protocol/temperatures';
import type { Conversation } from './conversation';
import type { HeaterBank } from './heater-bank';
import type { StatusBoard } from './status-board';

/** What is said to a machine of its heaters, and what it answers. */
export class HeaterLine {
  constructor(
    private readonly conversation: Conversation,
    private readonly bank: HeaterBank,
    private readonly board: StatusBoard,
  ) {}

  /** False when asking is in vain: the line is closed, or the firmware has halted. */
  get mayAsk(): boolean {
    return this.conversation.isOpen && this.board.status.connection !== 'halted';
  }

  /** All heaters off, in one piece. A line feed first: it ends whatever half of a line the firmware may hold. */
  write(): void {
    const { bank, conversation } = this;
    const { numbersPlains, running } = conversation.state;
    // Amid a run only its own next numbers are taken.
    if (numbersPlains && running)
      for (const command of bank.off) conversation.exchange(command).catch(() => undefined);
    else conversation.writeNow('', ...bank.off);
    bank.onSwitchedOff();
  }

  /** Whether all heaters are off by what the machine says to this very question. */
  async ask(): Promise<boolean> {
    const { reports } = this.bank;
    await this.conversation.exchange('M105');
    return this.bank.reports > reports && this.bank.areOff;
  }

  onReport(report: TemperatureReport): void {
    const { bank, board } = this;
    const { heaters, nozzle, bed } = report;
    bank.take(report);
    const known = board.status.temperatures;
    // While it waits for its nozzle, Prusa-Firmware says nothing of the bed.
    const tellsAll = [...heaters.values()].some(({ target }) => target !== null);
    const missing = (before: HeaterReading | null) => (tellsAll ? null : before);
    board.set({
      temperatures: {
        nozzle: this.withTarget('T', nozzle) ?? missing(known.nozzle),
        bed: this.withTarget('B', bed) ?? missing(known.bed),
      },
    });
  }

  private withTarget(name: string, reading: Reading | null): HeaterReading | null {
    return reading && { actual: reading.actual, target: reading.target ?? this.bank.targetOf(name) };
  }
}
