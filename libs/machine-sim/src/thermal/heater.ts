import type { Clock } from '@pandafab/shared';

export interface HeaterModel {
  /** °C per second at full power. */
  readonly heatingRate: number;
  /** Seconds in which the distance to the room's temperature falls to 37 %. */
  readonly coolingTime: number;
}

export const HOTEND: HeaterModel = { heatingRate: 3, coolingTime: 60 };
export const BED: HeaterModel = { heatingRate: 0.7, coolingTime: 300 };
export const CHAMBER: HeaterModel = { heatingRate: 0.2, coolingTime: 900 };
/** The room of the recorded session. */
export const AMBIENT = 19.38;
/** TEMP_RESIDENCY_TIME: how long the target must hold before M109 and M190 end, in seconds. */
const RESIDENCY = 10;
const FULL_POWER = 127;

/** A heater that knows its temperature at any time without ticking: a ramp up, an exponential down. */
export class Heater {
  private wanted = 0;
  /** The highest target that it ever had, °C. */
  hottest = 0;
  private from = AMBIENT;
  private since: number;

  constructor(
    private readonly clock: Clock,
    private readonly speed: number,
    private readonly model: HeaterModel,
  ) {
    this.since = clock.monotonic();
  }

  get target(): number {
    return this.wanted;
  }

  set target(celsius: number) {
    this.from = this.actual;
    this.since = this.clock.monotonic();
    this.wanted = celsius;
    this.hottest = Math.max(this.hottest, celsius);
  }

  /** °C. */
  get actual(): number {
    const seconds = ((this.clock.monotonic() - this.since) * this.speed) / 1000;
    if (this.wanted > this.from) return Math.min(this.wanted, this.from + this.model.heatingRate * seconds);
    const cooled = AMBIENT + (this.from - AMBIENT) * Math.exp(-seconds / this.model.coolingTime);
    return Math.max(cooled, Math.min(this.wanted, this.from));
  }

  /** The power shown as `@`: 0 to 127. */
  get power(): number {
    if (this.wanted === 0 || this.actual > this.wanted) return 0;
    return this.actual < this.wanted ? FULL_POWER : Math.round(this.wanted / 5);
  }

  /** Milliseconds until the target is reached and has held for a while. */
  get settlesInMs(): number {
    return ((this.secondsToTarget() + RESIDENCY) * 1000) / this.speed;
  }

  private secondsToTarget(): number {
    const { actual } = this;
    if (this.wanted >= actual) return (this.wanted - actual) / this.model.heatingRate;
    // Nothing cools below the room: Marlin gives up at MIN_COOLING_SLOPE.
    const goal = Math.max(this.wanted, AMBIENT + 1);
    return goal >= actual ? 0 : this.model.coolingTime * Math.log((actual - AMBIENT) / (goal - AMBIENT));
  }
}
