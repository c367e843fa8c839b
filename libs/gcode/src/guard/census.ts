import type { CommandWords } from '../command-words';
import { frameLength, MAX_FRAME_BYTES } from '../line-frame';
import type { CommandFact, GuardFacts, Heater, HeatFact, LengthFact } from './facts';
import type { Heat } from './heats';
import { LeftHot } from './left-hot';
import { ORDINARY_SLOTS, ordinaryName, ordinarySlot } from './ordinary';
import { Reach } from './reach';
import { type Reading, readCommand } from './reading';

/** More kinds of commands than a machine has: a file that goes beyond is refused by every policy. */
const MAX_KINDS = 400;
/** Per heater, and of lengths. A file that climbs in more steps keeps the last of them. */
const MAX_RISES = 64;
/** Shorter commands fit everywhere, whatever number their line has. */
const SHORT_BYTES = 64;
const T_LETTER = 0x54;
const SHOWN_CHARACTERS = 40;
/** Kinds of commands whose lengths are kept apart: an honest file has one or two that are long. */
const MAX_LONG_KINDS = 8;
/** No rule has this name: a command counted under it is treated as sent. */
const FURTHER_KINDS = '*long';

type Named = Pick<Reading, 'rule' | 'part'>;
type Counted = { -readonly [Key in keyof CommandFact]: CommandFact[Key] };

/** A command in a form that is safe to show: short, without control characters for a terminal. */
export const shown = (text: string): string =>
  text.slice(0, SHOWN_CHARACTERS).replace(/[^\x20-\x7e]/g, '?') + (text.length > SHOWN_CHARACTERS ? '…' : '');

/** Gathers the facts of a file for the guard, in memory that does not grow with it. */
export class GuardCensus {
  private readonly reach = new Reach();
  private readonly leftHot = new LeftHot();
  private readonly ordinary = new Array<Counted | undefined>(ORDINARY_SLOTS).fill(undefined);
  private readonly kinds = new Map<string, Counted>();
  private further: { line: number; count: number } | null = null;
  private readonly long = new Map<string, LengthFact[]>();
  private commands = 0;
  private readonly rises: Record<Heater, HeatFact[]> = { nozzle: [], bed: [], chamber: [] };

  /**
   * Adds one command of the file.
   * @param words the bytes `start` to `end`, parsed: without number, checksum, comment and parentheses
   */
  apply(words: CommandWords, bytes: Uint8Array, start: number, end: number, line: number): void {
    this.commands++;
    this.reach.apply(words, line);
    if (words.letter === T_LETTER) this.leftHot.selectTool(words.code);
    const slot = ordinarySlot(words);
    const known = slot < 0 ? undefined : this.ordinary[slot];
    if (known) known.count++;
    if (known && end - start <= SHORT_BYTES) return;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
    const rule = known?.rule ?? this.look(slot, words, text, line);
    if (end - start > SHORT_BYTES) this.measure(rule, text, line);
  }

  facts(): GuardFacts {
    const { nozzle, bed, chamber } = this.rises;
    return {
      commands: [...this.kinds.values()].map((fact) => ({ ...fact })),
      further: this.further && { ...this.further },
      heat: [...nozzle, ...bed, ...chamber],
      leftHot: this.leftHot.facts(),
      long: [...this.long.values()].flat(),
      reach: this.reach.facts(),
      walks: this.reach.walks.facts(),
    };
  }

  /** @returns the name of its rule */
  private look(slot: number, words: CommandWords, text: string, line: number): string {
    if (slot >= 0) {
      this.ordinary[slot] = this.count({ rule: ordinaryName(slot) }, text, line);
      return ordinaryName(slot);
    }
    const reading = readCommand(text);
    if (reading.wanders) this.reach.lose();
    this.leftHot.apply(reading, words, line);
    this.count(reading, text, line);
    for (const heat of reading.heats) this.warm(heat, line);
    return reading.rule;
  }

  private count({ rule, part }: Named, text: string, line: number): Counted | undefined {
    const known = this.kinds.get(rule);
    if (known) {
      known.count++;
      return known;
    }
    if (this.kinds.size >= MAX_KINDS) {
      this.further = { line: this.further?.line ?? line, count: (this.further?.count ?? 0) + 1 };
      return undefined;
    }
    const fact = {
      rule,
      text: shown(text),
      line,
      count: 1,
      ...(part !== undefined && { part: shown(part) }),
    };
    this.kinds.set(rule, fact);
    return fact;
  }

  private warm({ heater, celsius }: Heat, line: number): void {
    const rises = this.rises[heater];
    if (celsius <= (rises.at(-1)?.celsius ?? 0)) return;
    climb(rises, { heater, celsius, line });
  }

  private measure(rule: string, text: string, line: number): void {
    const bytes = frameLength(this.commands, text.length);
    const kind = this.long.has(rule) || this.long.size < MAX_LONG_KINDS ? rule : FURTHER_KINDS;
    const rises = this.long.get(kind) ?? [];
    if (bytes <= Math.max(MAX_FRAME_BYTES, rises.at(-1)?.bytes ?? 0)) return;
    this.long.set(kind, rises);
    climb(rises, { rule: kind, text: shown(text), bytes, line });
  }
}

function climb<Fact>(facts: Fact[], fact: Fact): void {
  if (facts.length >= MAX_RISES) facts.pop();
  facts.push(fact);
}
