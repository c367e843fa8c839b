import type { MachineTelemetry } from '@pandafab/lab-link';
import type { CancelTimer, Clock } from '@pandafab/shared';

/** What is the same is said each second; what people act on, as soon as it is seen. */
const SAID_EVERY_MS = 1000;
const LOOKED_AT_EVERY_MS = 250;

/** What of a machine people wait for: temperatures and progress are worth a second. */
const standingOf = ({ machineId, connection, heatersUnknown, needsPerson, run }: MachineTelemetry) =>
  [machineId, connection, heatersUnknown, needsPerson, run?.runId, run?.phase].join(' ');

/** When machines are reported: each second, and at once when one stands otherwise than before. */
export class TelemetryRhythm {
  private said = '';
  private saidAt = Number.NEGATIVE_INFINITY;
  private cancel: CancelTimer = () => {};

  constructor(
    private readonly clock: Clock,
    private readonly look: () => readonly MachineTelemetry[],
    private readonly say: (machines: readonly MachineTelemetry[]) => void,
  ) {}

  start(): void {
    const machines = this.look();
    const standing = machines.map(standingOf).join('\n');
    const now = this.clock.monotonic();
    if (standing !== this.said || now - this.saidAt >= SAID_EVERY_MS) {
      this.said = standing;
      this.saidAt = now;
      this.say(machines);
    }
    this.cancel = this.clock.setTimer(LOOKED_AT_EVERY_MS, () => this.start());
  }

  stop(): void {
    this.cancel();
  }
}
