import type { GuardPolicy } from '@pandafab/shared';
import { CommandWords } from '../command-words';
import { frameLength } from '../line-frame';
import { MAX_LINE_BYTES } from '../line-scanner';
import { shown } from './census';
import type { Finding, ReachFact } from './facts';
import { type Furthest, REACH_SLOTS, reachSlot } from './furthest';
import { ORDINARY_SLOTS, ordinaryName, ordinarySlot } from './ordinary';
import { Reach } from './reach';
import { readCommand } from './reading';
import {
  commandFinding,
  heatFinding,
  lengthFinding,
  objectionTo,
  reachFinding,
  reachLimit,
  walkFinding,
} from './rules';

/** Send the command, leave it out, or end the run: then `refusal` gives the reason. */
export type LineVerdict = 'pass' | 'strip' | 'refuse';

const UNSEEN = 0;
const PASSES = 1;
const OBJECTED = 2;

/**
 * Checks a file line by line while it is streamed, by the same rules as `judge`, only from the lines themselves: it does
 * not rely on the analysis. Allocates nothing for a move or another ordinary permitted command.
 */
export class LineGuard {
  /** The finding that refused the last command; null for none. */
  refusal: Finding | null = null;
  private readonly reach = new Reach();
  private readonly words = new CommandWords();
  private readonly scratch = Buffer.alloc(MAX_LINE_BYTES);
  private readonly ordinary = new Uint8Array(ORDINARY_SLOTS);
  private readonly noted = new Map<string, Finding>();

  private readonly limits: Float64Array;
  private commands = 0;
  /** Commands up to this fit, whatever number their line has. */
  private readonly shortBytes: number;

  constructor(private readonly policy: GuardPolicy) {
    this.shortBytes = policy.maxFrameBytes - frameLength(Number.MAX_SAFE_INTEGER, 0);
    this.limits = Float64Array.from({ length: REACH_SLOTS }, (_, slot) =>
      reachLimit(policy, reachSlot(slot)),
    );
  }

  /** Commands left out and warnings so far, by the first line of each kind. */
  get findings(): readonly Finding[] {
    return [...this.noted.values()];
  }

  /**
   * Judges the next command of the file.
   * @param command without number, checksum and comment, one character a byte
   * @param line of the file, counted from 1
   */
  check(command: string, line: number): LineVerdict {
    const { words, reach } = this;
    this.commands++;
    words.parse(this.scratch, 0, this.scratch.write(command, 'latin1'));
    reach.apply(words, line);
    if ((reach.grown | reach.walks.grown) !== 0 && this.leaves()) return 'refuse';
    const slot = ordinarySlot(words);
    if (command.length > this.shortBytes) {
      const excess = this.measure(slot < 0 ? readCommand(command).rule : ordinaryName(slot), command, line);
      if (excess) return this.act(excess);
    }
    if (slot < 0) return this.look(command, line);
    return this.ordinary[slot] === PASSES ? 'pass' : this.weigh(slot, command, line);
  }

  private measure(rule: string, command: string, line: number): Finding | null {
    const bytes = frameLength(this.commands, command.length);
    return lengthFinding(this.policy, { bytes, line, rule, text: shown(command) });
  }

  /** True when the distance that has just grown is beyond the machine's reach, and no endstop limits it. */
  private leaves(): boolean {
    const { policy, reach } = this;
    for (const fact of this.beyond(reach)) this.refusal ??= reachFinding(policy, fact);
    for (const fact of this.beyond(reach.walks)) {
      const finding = walkFinding(policy, fact);
      if (finding) this.act(finding);
    }
    return this.refusal !== null;
  }

  /** The distance that has just grown beyond the machine's reach. */
  private beyond(furthest: Furthest): ReachFact[] {
    const { limits } = this;
    const found: ReachFact[] = [];
    for (let slot = 0; slot < REACH_SLOTS; slot++) {
      if ((furthest.grown & (1 << slot)) === 0) continue;
      const [mm, limit] = [furthest.furthest[slot] as number, limits[slot] as number];
      if (slot % 2 === 0 ? mm < limit : mm > limit) found.push(furthest.fact(slot));
    }
    furthest.grown = 0;
    return found;
  }

  private weigh(slot: number, command: string, line: number): LineVerdict {
    const name = ordinaryName(slot);
    if (this.ordinary[slot] === UNSEEN)
      this.ordinary[slot] = objectionTo(this.policy, name) === null ? PASSES : OBJECTED;
    return this.ordinary[slot] === PASSES ? 'pass' : this.object(name, command, line);
  }

  private look(command: string, line: number): LineVerdict {
    const { rule, heats, part, wanders } = readCommand(command);
    if (wanders) this.reach.lose();
    for (const heat of heats) this.refusal ??= heatFinding(this.policy, { ...heat, line });
    return this.refusal ? 'refuse' : this.object(rule, command, line, part);
  }

  private object(rule: string, command: string, line: number, part?: string): LineVerdict {
    const objection = objectionTo(this.policy, rule);
    if (!objection) return 'pass';
    const fact = { rule, text: shown(command), line, count: 1 };
    return this.act(commandFinding(objection, part === undefined ? fact : { ...fact, part: shown(part) }));
  }

  private act(finding: Finding): LineVerdict {
    const { code, rule, severity } = finding;
    if (severity === 'refuse') {
      this.refusal = finding;
      return 'refuse';
    }
    const kind = `${code} ${rule}`;
    const before = this.noted.get(kind);
    this.noted.set(kind, before ? { ...before, count: before.count + 1 } : finding);
    return severity === 'strip' ? 'strip' : 'pass';
  }
}
