/** The reading of one heater. Degrees Celsius; a target of 0 is off. */
export interface HeaterReading {
  /**
   * `nozzle` for the active one, `bed`, `chamber`; in addition `nozzle 0`, `nozzle 1` … when a machine reports several; else
   * the machine's own name for it.
   */
  readonly name: string;
  readonly actual: number;
  readonly target: number;
}

/** The reading of the heater with this name; null when the machine does not report one. */
export const readingNamed = (readings: readonly HeaterReading[], name: string): HeaterReading | null =>
  readings.find((reading) => reading.name === name) ?? null;
