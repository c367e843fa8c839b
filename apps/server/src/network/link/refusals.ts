import { Injectable, Logger } from '@nestjs/common';

/** The number of labs whose refusals are remembered: a broker without access control may name any number of labs. */
const MOST_REMEMBERED = 1000;

/** Counts the refused messages by reason, and logs the first of each lab and reason. */
@Injectable()
export class Refusals {
  private readonly log = new Logger('LabLink');
  private readonly byReason = new Map<string, number>();
  private readonly told = new Set<string>();

  /** Since this process started. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.byReason);
  }

  /** @param detail untrusted text from outside */
  refuse(labId: string, reason: string, detail: string): void {
    this.byReason.set(reason, (this.byReason.get(reason) ?? 0) + 1);
    const key = `${labId} ${reason}`;
    if (this.told.has(key) || this.told.size >= MOST_REMEMBERED) return;
    this.told.add(key);
    this.log.warn(
      `a message of lab ${labId.slice(0, 40)} is ignored (${reason}, logged once): ${detail.slice(0, 300)}`,
    );
  }
}
