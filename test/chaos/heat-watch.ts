/** PandaFab's promise: after a run, no heater of a reachable machine stays on longer than this. */
export const HOT_FOR_AT_MOST_MS = 10_000;

/** For how long one machine has been hot while it should not have been. */
export class HeatWatch {
  private hotMs = 0;
  /** True after it was reported, so that one hot hour is one violation. */
  private reported = false;

  /** True during a print: the machine may be hot. */
  printed(): void {
    this.hotMs = 0;
  }

  /**
   * @param isHot a heater is on
   * @param calmMs for how long since the last look the agent could have switched it off; undefined: it may be hot
   * @returns for how many seconds it has been hot, once that is too long
   */
  look(isHot: boolean, calmMs: number | undefined): number | undefined {
    if (!isHot) this.reported = false;
    this.hotMs = isHot && calmMs !== undefined ? this.hotMs + calmMs : 0;
    if (this.reported || this.hotMs < HOT_FOR_AT_MOST_MS) return undefined;
    this.reported = true;
    return this.hotMs / 1000;
  }
}
