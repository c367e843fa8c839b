/** The differences in how firmwares read E: the section `extrusion` of their profiles. */
export interface ExtrusionReading {
  /**
   * When E is relative. `latest`: the last of G90, G91, M82 and M83 decides (Marlin 2, gcode.h `set_relative_mode`).
   * `either`: after G91 or M83 (Marlin 1.1, `gcode_get_destination`; Klipper, gcode_move.py `cmd_G1`).
   * `own`: M82 and M83 alone decide (Prusa-Firmware, Marlin_main.cpp: "E axis is left intact"; RepRapFirmware, GCodes2.cpp).
   */
  readonly modes: 'latest' | 'either' | 'own';
  /** Per cents of M221: Marlin drops the decimals; Klipper keeps them, and reads a missing S as 100. */
  readonly flow: 'whole' | 'fraction';
  /**
   * Whether M221 affects one tool (Marlin, M221.cpp: `flow_percentage[]`) or all of them (Prusa-Firmware,
   * Marlin_main.cpp: `extrudemultiply`; Klipper, gcode_move.py: `extrude_factor`).
   */
  readonly flowOf: 'tool' | 'all';
  /** M200 can make E count volume. */
  readonly volumetric: boolean;
  /** Codes that move filament by themselves in this firmware, in addition to those of every firmware: `G29`, or `T` for changing tools. */
  readonly alsoMoves?: readonly string[];
}

/** The reading of a file without a known machine: that of the most common firmware. */
export const MARLIN_2: ExtrusionReading = {
  ...{ modes: 'latest', flow: 'whole', flowOf: 'tool', volumetric: true },
};

/** Which of G90, G91, M82 and M83 sets the mode of E: the only implementation, for analysis and ledger. */
export class ExtruderModes {
  /** The mode of the last G90 or G91. */
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
