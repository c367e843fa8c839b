import type { TemperatureReport } from '../protocol/temperatures';
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
    this.conversation.writeNow('', ...this.bank.off);
  }

  /** Whether all heaters are off by what the machine says to this very question. */
  async ask(): Promise<boolean> {
    const { reports } = this.bank;
    await this.conversation.exchange('M105');
    return this.bank.reports > reports && this.bank.areOff;
  }

  onReport(report: TemperatureReport): void {
    const { nozzle, bed } = report;
    this.bank.take(report);
    this.board.set({ temperatures: { nozzle, bed } });
  }
}
