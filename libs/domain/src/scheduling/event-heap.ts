import type { Instant } from '@pandafab/shared';

/** The next moment of each machine, the earliest first; at the same moment the lowest machine. */
export class EventHeap {
  private readonly entries: { at: Instant; machine: number }[] = [];

  push(at: Instant, machine: number): void {
    const { entries } = this;
    let child = entries.push({ at, machine }) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  /** The machines of the earliest moment, in ascending order; undefined when no moment is left. */
  pop(): { at: Instant; machines: number[] } | undefined {
    const [first] = this.entries;
    if (!first) return undefined;
    const machines: number[] = [];
    while (this.entries[0]?.at === first.at) machines.push(this.popOne());
    return { at: first.at, machines };
  }

  private popOne(): number {
    const { entries } = this;
    const first = entries[0] as { machine: number };
    const last = entries.pop() as { at: Instant; machine: number };
    if (entries.length === 0) return first.machine;
    entries[0] = last;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      if (left >= entries.length) return first.machine;
      const right = left + 1;
      const child = right < entries.length && this.isBefore(right, left) ? right : left;
      if (!this.isBefore(child, parent)) return first.machine;
      this.swap(child, parent);
      parent = child;
    }
  }

  private isBefore(a: number, b: number): boolean {
    const [first, second] = [this.entries[a], this.entries[b]] as [
      { at: number; machine: number },
      { at: number; machine: number },
    ];
    return first.at < second.at || (first.at === second.at && first.machine < second.machine);
  }

  private swap(a: number, b: number): void {
    const { entries } = this;
    const kept = entries[a] as { at: number; machine: number };
    entries[a] = entries[b] as { at: number; machine: number };
    entries[b] = kept;
  }
}
