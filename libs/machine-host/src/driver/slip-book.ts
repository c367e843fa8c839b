import type { CommandWords } from '@pandafab/gcode';
import type { Dialect } from '../dialect/dialect';
import type { RunCause } from '../machine-driver';
import type { Slip } from '../streamer/slip';
import type { StreamerState } from '../streamer/state';

/**
 * The filament that firmware may prevent before the run fails: a priming move, or the last retraction after cooling down,
 * does not spoil a part, while a machine without extrusion would only continue to heat.
 */
const MOST_WITHHELD_MM = 10;

/** The firmware's reports that a run differs from its file. */
export class SlipBook {
  private withheldMm = 0;
  private first: { readonly kind: Slip['kind']; readonly text: string } | null = null;
  private ignored = 0;

  constructor(private readonly dialect: Pick<Dialect, 'changesPart'>) {}

  /** Collects the slips of this line, and those without a line. At most one per line counts. */
  collect(state: StreamerState, line: number): Slip['kind'] | null {
    let kind: Slip['kind'] | null = null;
    const later: Slip[] = [];
    for (const slip of state.slips.splice(0)) {
      if (slip.line > line) later.push(slip);
      else if (slip.line === line && slip.kind !== 'warning' && slip.kind !== 'error') kind = slip.kind;
      if (slip.line <= line && slip.kind !== 'ignored') this.note(slip);
    }
    state.slips.push(...later);
    return kind;
  }

  /** Collects slips without a line, after the last acknowledgement. */
  collectRest(state: StreamerState): void {
    for (const slip of state.slips.splice(0)) if (slip.kind !== 'ignored') this.note(slip);
  }

  /** A command was left out: it counts when that changes the part or its filament. */
  onIgnored(words: CommandWords): void {
    if (!this.dialect.changesPart(words)) return;
    this.ignored++;
    this.note({ kind: 'ignored', text: '' });
  }

  /** Adds a length of filament that did not move. */
  onWithheld(millimetres: number): void {
    if (millimetres > 0) this.withheldMm += millimetres;
  }

  /** Whether the machine did what it acknowledged. */
  get isClean(): boolean {
    return this.first === null;
  }

  /** Set once the run must not continue. */
  get failure(): RunCause | null {
    return this.withheldMm > MOST_WITHHELD_MM ? this.remark : null;
  }

  /** The cause reported for a run that is nevertheless done; null for none. */
  get remark(): RunCause | null {
    const { first } = this;
    if (!first) return null;
    const message = first.text;
    if (first.kind === 'prevented')
      return {
        code: 'MACHINE.EXTRUSION_PREVENTED',
        details: { message, millimetres: Math.round(this.withheldMm) },
      };
    return first.kind === 'ignored'
      ? { code: 'MACHINE.COMMANDS_IGNORED', details: { count: this.ignored } }
      : { code: 'MACHINE.TROUBLE_REPORTED', details: { message } };
  }

  private note({ kind, text }: Pick<Slip, 'kind' | 'text'>): void {
    if (!this.first || (kind === 'prevented' && this.first.kind !== kind)) this.first = { kind, text };
  }
}
