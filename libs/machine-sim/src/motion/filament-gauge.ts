import { type Micrometres, micrometres } from '@pandafab/shared';

interface Strand {
  net: number;
  highest: number;
}

/**
 * The filament that left each spool: the highest net extrusion so far, since an un-retraction only returns
 * the retracted length. Whole hundredths of nanometres inside: per cents of moves add up exactly.
 */
export class FilamentGauge {
  private readonly strands: Strand[] = [];

  feed(tool: number, millimetres: number): void {
    const strand = this.strand(tool);
    strand.net += Math.round(millimetres * 1e8);
    if (strand.net > strand.highest) strand.highest = strand.net;
  }

  /** Per tool, up to the last one used. */
  get filamentUm(): Micrometres[] {
    return this.strands.map((strand) => micrometres(strand.highest / 1e8));
  }

  private strand(tool: number): Strand {
    while (this.strands.length <= tool) this.strands.push({ net: 0, highest: 0 });
    return this.strands[tool] as Strand;
  }
}
