import type { CommandWords } from '../command-words';
import { frameLength, MAX_FRAME_BYTES } from '../line-frame';
import type { CommandFact, GuardFacts, Heater, HeatFact, LengthFact } from './facts';
import type { Heat } from './heats';
import { ORDINARY_SLOTS, ordinaryName, ordinarySlot } from './ordinary';
import { Reach } from './reach';
import { readCommand } from './reading';

/** More kinds of commands than a machine has: a file that goes beyond is refused by every policy. */
const MAX_KINDS = 400;
/** Per heater, and of lengths. A file that climbs in more steps keeps the last of them. */
const MAX_RISES = 64;
/** Shorter commands fit everywhere, whatever number their line has. */
const SHORT_BYTES = 64;
const SHOWN_CHARACTERS = 40;

type Counted = { -readonly [Key in keyof CommandFact]: CommandFact[Key] };

/** A command as people may be shown it: short, and nothing that a terminal obeys. */
export const shown = (text: string): string =>
  text.slice(0, SHOWN_CHARACTERS).replace(/[^\x20-\x7e]/g, '?') + (text.length > SHOWN_CHARACTERS ? '…' : '');

/** Gathers what the guard has to know of a file, in memory that does not grow with it. */
export class GuardCensus {
  private readonly reach = new Reach();
  private readonly ordinary = new Array<Counted | undefined>(ORDINARY_SLOTS).fill(undefined);
  private readonly kinds = new Map<string, Counted>();
  private further: { line: number; count: number } | null = null;
  private readonly long: LengthFact[] = [];
  private commands = 0;
  private readonly rises: Record<Heater, HeatFact[]> = { nozzle: [], bed: [], chamber: [] };

  /**
   * Takes over one command of the file.
   * @param words the bytes `start` to `end`, parsed: without number, checksum, comment and parentheses
   */
  apply(words: CommandWords, bytes: Uint8Array, start: number, end: number, line: number): void {
    this.commands++;
    if (end - start > SHORT_BYTES) this.measure(end - start, line);
    this.reach.apply(words, line);
    const slot = ordinarySlot(words);
    const known = slot < 0 ? undefined : this.ordinary[slot];
    if (known) known.count++;
    else this.look(slot, Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start), line);
  }

  facts(): GuardFacts {
    const { nozzle, bed, chamber } = this.rises;
    return {
      commands: [...this.kinds.values()].map((fact) => ({ ...fact })),
      further: this.further && { ...this.further },
      heat: [...nozzle, ...bed, ...chamber],
      long: [...this.long],
      reach: this.reach.facts(),
    };
  }

  private look(slot: number, command: Buffer, line: number): void {
    const text = command.toString('latin1');
    if (slot >= 0) {
      this.ordinary[slot] = this.count(ordinaryName(slot), text, line);
      return;
    }
    const { rule, heats, wanders } = readCommand(text);
    if (wanders) this.reach.lose();
    this.count(rule, text, line);
    for (const heat of heats) this.warm(heat, line);
  }

  private count(rule: string, text: string, line: number): Counted | undefined {
    const known = this.kinds.get(rule);
    if (known) {
      known.count++;
      return known;
    }
    if (this.kinds.size >= MAX_KINDS) {
      this.further = { line: this.further?.line ?? line, count: (this.further?.count ?? 0) + 1 };
      return undefined;
    }
    const fact = { rule, text: shown(text), line, count: 1 };
    this.kinds.set(rule, fact);
    return fact;
  }

  private warm({ heater, celsius }: Heat, line: number): void {
    const rises = this.rises[heater];
    if (celsius <= (rises.at(-1)?.celsius ?? 0)) return;
    climb(rises, { heater, celsius, line });
  }

  private measure(length: number, line: number): void {
    const bytes = frameLength(this.commands, length);
    if (bytes > Math.max(MAX_FRAME_BYTES, this.long.at(-1)?.bytes ?? 0)) climb(this.long, { bytes, line });
  }
}

function climb<Fact>(facts: Fact[], fact: Fact): void {
  if (facts.length >= MAX_RISES) facts.pop();
  facts.push(fact);
}
