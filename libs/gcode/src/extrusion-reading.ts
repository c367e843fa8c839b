/** Where firmwares read E differently: the section `extrusion` of their profiles. */
export interface ExtrusionReading {
  /**
   * When E is relative. `latest`: as the last of G90, G91, M82 and M83 says (Marlin 2, gcode.h `set_relative_mode`).
   * `either`: after G91 or M83 (Marlin 1.1, `gcode_get_destination`; Klipper, gcode_move.py `cmd_G1`).
   * `own`: M82 and M83 alone decide (Prusa-Firmware, Marlin_main.cpp: "E axis is left intact"; RepRapFirmware, GCodes2.cpp).
   */
  readonly modes: 'latest' | 'either' | 'own';
  /** Per cents of M221: Marlin drops what stands behind the point; Klipper does not, and takes no S for 100. */
  readonly flow: 'whole' | 'fraction';
  /**
   * Whether M221 is about one tool (Marlin, M221.cpp: `flow_percentage[]`) or about all of them (Prusa-Firmware,
   * Marlin_main.cpp: `extrudemultiply`; Klipper, gcode_move.py: `extrude_factor`).
   */
  readonly flowOf: 'tool' | 'all';
  /** M200 can make E count volume. */
  readonly volumetric: boolean;
  /** What moves filament by itself in this firmware, beside what does so everywhere: `G29`, or `T` for changing tools. */
  readonly alsoMoves?: readonly string[];
}

/** How a file is read as long as nobody says which machine will make it: as the most common firmware does. */
export const MARLIN_2: ExtrusionReading = {
  ...{ modes: 'latest', flow: 'whole', flowOf: 'tool', volumetric: true },
};

/** Which of G90, G91, M82 and M83 decides about E: the one place that knows, for analysis and ledger alike. */
export class ExtruderModes {
  /** What G90 or G91 said last. */
  relative = false;
  private relativeE = false;

  constructor(private readonly modes: ExtrusionReading['modes'] = MARLIN_2.modes) {}

  /** G90, G91. */
  setRelative(relative: boolean): void {
    this.relative = relative;
    if (this.modes === 'latest') this.relativeE = relative;
  }

  /** M82, M83. */
  setRelativeE(relative: boolean): void {
    this.relativeE = relative;
  }

  get isRelativeE(): boolean {
    return this.relativeE || (this.relative && this.modes === 'either');
  }
}
