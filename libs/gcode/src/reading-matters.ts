import { ExtruderModes, type ExtrusionReading, MARLIN_2 } from './extrusion-reading';

type Modes = ExtrusionReading['modes'];

/** A reading without the codes that move filament by themselves: the part that determines lengths of E. */
export type CoreReading = Omit<ExtrusionReading, 'alsoMoves'>;

/** The parts of a reading that change the figures of a file: none, for most files. */
export interface ReadingMatters {
  /** The readings with a different result for some E of the file. */
  readonly modes: readonly Modes[];
  readonly flow: boolean;
  readonly flowOf: boolean;
  readonly volumetric: boolean;
}

const MODES: readonly Modes[] = ['latest', 'either', 'own'];

/** Records whether firmwares would move different lengths of filament for the same line. */
export class ReadingDoubt {
  /** The next E has two readings: report it with `onExtrusion`. */
  isInDoubt = false;
  private readonly modes = new Map(MODES.map((modes) => [modes, new ExtruderModes(modes)]));
  private readonly others = new Set<Modes>();
  private readonly found = { flow: false, flowOf: false, volumetric: false };
  /** The value of one factor for all tools. */
  private percent = 100;
  /** The values of separate factors, by tool. */
  private readonly percents = new Map<number, number>();

  constructor(private readonly used: Modes) {}

  setRelative(relative: boolean): void {
    for (const modes of this.modes.values()) modes.setRelative(relative);
    this.isInDoubt = this.differing().length > 0;
  }

  setRelativeE(relative: boolean): void {
    for (const modes of this.modes.values()) modes.setRelativeE(relative);
    this.isInDoubt = this.differing().length > 0;
  }

  /** Every E until the modes change again has the same two readings. */
  onExtrusion(): void {
    for (const modes of this.differing()) this.others.add(modes);
    this.isInDoubt = false;
  }

  /**
   * M221.
   * @param whole Marlin's value of its S
   * @param percent its S as written; undefined without one
   * @param named the tool of its T; undefined without one
   */
  onFlow(whole: number, percent: number | undefined, tool: number, named: number | undefined): void {
    if (percent !== whole) this.found.flow = true;
    if (named !== undefined) this.found.flowOf = true;
    this.percent = whole;
    this.percents.set(named ?? tool, whole);
  }

  /** The active tool changes. */
  onTool(tool: number): void {
    if ((this.percents.get(tool) ?? 100) !== this.percent) this.found.flowOf = true;
  }

  onVolumetric(): void {
    this.found.volumetric = true;
  }

  get matters(): ReadingMatters {
    return { modes: [...this.others], ...this.found };
  }

  private differing(): Modes[] {
    const used = this.modes.get(this.used)?.isRelativeE;
    return MODES.filter((modes) => this.modes.get(modes)?.isRelativeE !== used);
  }
}

/** A reading reduced to one file: its own rules where they matter for the file, the used ones elsewhere. */
export function effective(
  reading: CoreReading,
  { used, matters }: { readonly used: CoreReading; readonly matters: ReadingMatters },
): CoreReading {
  return {
    modes: matters.modes.includes(reading.modes) ? reading.modes : used.modes,
    flow: matters.flow ? reading.flow : used.flow,
    flowOf: matters.flowOf ? reading.flowOf : used.flowOf,
    volumetric: matters.volumetric ? reading.volumetric : used.volumetric,
  };
}

export const isSameReading = (one: CoreReading, other: CoreReading): boolean =>
  one.modes === other.modes &&
  one.flow === other.flow &&
  one.flowOf === other.flowOf &&
  one.volumetric === other.volumetric;

export const coreOf = ({ modes, flow, flowOf, volumetric }: ExtrusionReading = MARLIN_2): CoreReading => ({
  ...{ modes, flow, flowOf, volumetric },
});
