import type { MachineTelemetry } from '@pandafab/lab-link';
import type { CancelTimer, Clock } from '@pandafab/shared';

/** Unchanged figures are sent each second; changes that people act on, as soon as the agent sees them. */
const SAID_EVERY_MS = 1000;
const LOOKED_AT_EVERY_MS = 250;

/** The part of a machine's state that people wait for; temperatures and progress may be a second late. */
const telemetryKey = ({ machineId, state, heatersUnknown, needsPerson, run }: MachineTelemetry) =>
  [machineId, state, heatersUnknown, needsPerson, run?.runId, run?.phase].join(' ');

/** Decides when machines are reported: each second, and immediately when the state of one changes. */
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
    const key = machines.map(telemetryKey).join('\n');
    const now = this.clock.monotonic();
    if (key !== this.said || now - this.saidAt >= SAID_EVERY_MS) {
      this.said = key;
      this.saidAt = now;
      this.say(machines);
    }
    this.cancel = this.clock.setTimer(LOOKED_AT_EVERY_MS, () => this.start());
  }

  stop(): void {
    this.cancel();
  }
}
