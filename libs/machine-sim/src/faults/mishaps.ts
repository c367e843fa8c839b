import { type FaultPlan, type FaultPoint, HAPPENINGS } from './fault-plan';
import { NoisyWire } from './noisy-wire';
import { Chance, seededRandom } from './random';

/** How often a storm repeats one request for a resend. */
const STORM_REPEATS = 5;

/** Applies a fault plan. Each kind of fault has its own random stream, so adding one does not change the others. */
export class Mishaps {
  readonly wireIn: NoisyWire;
  readonly wireOut: NoisyWire;
  private readonly lostOk: Chance;
  private readonly lateOk: Chance;
  private readonly storm: Chance;
  private struck = 0;

  constructor(
    private readonly plan: FaultPlan,
    seed: number,
  ) {
    const stream = (index: number) => seededRandom(seed * 31 + index);
    const { rates } = plan;
    this.wireIn = new NoisyWire(rates['flip-in'] ?? 0, rates['lose-in'] ?? 0, stream(1));
    this.wireOut = new NoisyWire(rates['flip-out'] ?? 0, rates['lose-out'] ?? 0, stream(2));
    this.lostOk = new Chance(rates['lose-ok'] ?? 0, stream(3));
    this.lateOk = new Chance(rates['late-ok'] ?? 0, stream(4));
    this.storm = new Chance(rates['resend-storm'] ?? 0, stream(5));
  }

  /** Faults that have happened, all kinds together. */
  get count(): number {
    return this.struck + this.wireIn.spoilt + this.wireOut.spoilt;
  }

  losesOk(): boolean {
    return this.note(this.lostOk.strikes());
  }

  /** Milliseconds to hold an ok back, mostly 0. */
  okDelayMs(): number {
    return this.note(this.lateOk.strikes()) ? this.plan.lateMs : 0;
  }

  /** The number of refusals of the next line, independent of its content: 0, or a storm. */
  stormRepeats(accepted: number): number {
    const endless = this.plan.points['resend-storm'];
    if (endless !== undefined && accepted >= endless) return this.note(true) ? 1 : 0;
    return this.note(this.storm.strikes()) ? STORM_REPEATS : 0;
  }

  /** The faults at the n-th accepted command. */
  pointAt(accepted: number): FaultPoint | undefined {
    const { points } = this.plan;
    const point = HAPPENINGS.find((name) => points[name] === accepted);
    this.note(point !== undefined);
    return point;
  }

  private note(happens: boolean): boolean {
    if (happens) this.struck++;
    return happens;
  }
}
