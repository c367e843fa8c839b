import { ExtruderModes, type ExtrusionReading, MARLIN_2 } from './extrusion-reading';

type Modes = ExtrusionReading['modes'];

/** A reading without the codes that move filament by themselves: what decides how much E is. */
export type CoreReading = Omit<ExtrusionReading, 'alsoMoves'>;

/** What of a reading changes the figures of a file: nothing, for most files. */
export interface ReadingMatters {
  /** Those that would read an E of the file otherwise than it was read. */
  readonly modes: readonly Modes[];
  readonly flow: boolean;
  readonly flowOf: boolean;
  readonly volumetric: boolean;
}

const MODES: readonly Modes[] = ['latest', 'either', 'own'];

/** Notes where firmwares would move another length of filament for the same line. */
export class ReadingDoubt {
  /** The next E is read in two ways: say so with `onExtrusion`. */
  isInDoubt = false;
  private readonly modes = new Map(MODES.map((modes) => [modes, new ExtruderModes(modes)]));
  private readonly others = new Set<Modes>();
  private readonly found = { flow: false, flowOf: false, volumetric: false };
  /** What one factor for all tools would be. */
  private percent = 100;
  /** What factors of their own would be, by tool. */
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

  /** Every E until the modes change again is in the same doubt. */
  onExtrusion(): void {
    for (const modes of this.differing()) this.others.add(modes);
    this.isInDoubt = false;
  }

  /**
   * M221.
   * @param whole what Marlin makes of its S
   * @param percent its S as it stands; undefined where it has none
   * @param named the tool of its T; undefined where it has none
   */
  onFlow(whole: number, percent: number | undefined, tool: number, named: number | undefined): void {
    if (percent !== whole) this.found.flow = true;
    if (named !== undefined) this.found.flowOf = true;
    this.percent = whole;
    this.percents.set(named ?? tool, whole);
  }

  /** Another tool comes into use. */
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

/** What a reading comes to for one file: its own ways where they matter there, those that were used where not. */
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
