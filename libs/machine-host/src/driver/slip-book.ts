import type { CommandWords } from '@pandafab/gcode';
import type { RunCause } from '../machine-driver';
import type { Slip, StreamerState } from '../streamer/state';

const G_LETTER = 0x47;
const T_LETTER = 0x54;
/** G0 to G3 and G5: the part is another one without them. */
const MOVES = new Set([0, 1, 2, 3, 5]);
/**
 * Filament that firmware may hold back before the run fails: a priming move or the last retraction of a file that has
 * cooled down costs no part, while a machine that prints air only goes on heating.
 */
const MOST_WITHHELD_MM = 10;

/** What a run did otherwise than its file says, by the firmware's own word. */
export class SlipBook {
  private withheldMm = 0;
  private first: { readonly kind: Slip['kind']; readonly text: string } | null = null;
  private ignored = 0;

  /** Takes what was said of this line, and of none. At most one of a line counts. */
  take(state: StreamerState, line: number): Slip['kind'] | null {
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

  /** What came of no line, once nothing more is acknowledged. */
  takeRest(state: StreamerState): void {
    for (const slip of state.slips.splice(0)) if (slip.kind !== 'ignored') this.note(slip);
  }

  /** A command was left out: it counts where the part or the filament is another one for it. */
  onIgnored({ letter, code }: CommandWords): void {
    if (letter !== T_LETTER && (letter !== G_LETTER || !MOVES.has(code))) return;
    this.ignored++;
    this.note({ kind: 'ignored', text: '' });
  }

  /** So much filament did not move. */
  onWithheld(millimetres: number): void {
    if (millimetres > 0) this.withheldMm += millimetres;
  }

  /** Whether the machine did what it acknowledged. */
  get isClean(): boolean {
    return this.first === null;
  }

  /** Set once the run must not go on. */
  get failure(): RunCause | null {
    return this.withheldMm > MOST_WITHHELD_MM ? this.remark : null;
  }

  /** What is told of a run that is done all the same; null for nothing. */
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
