import type { CancelTimer, Clock } from '@pandafab/shared';
import { Changes } from './changes';
import type { EventStream } from './event-stream';

/** At most two updates a second: people cannot follow more. */
const LOOK_EVERY_MS = 500;
/** A page that receives nothing for longer than this knows that it shows an old state. */
const PING_EVERY_MS = 10_000;

interface Item {
  readonly id: string;
}
export interface LabPicture {
  readonly lab: Item;
  readonly machines: readonly Item[];
  readonly jobs: readonly Item[];
  /** The count of this person's unread notices. */
  readonly notices?: Item;
}

export interface LabWatchOptions {
  readonly clock: Clock;
  readonly stream: EventStream;
  /** The state that this person may see now; undefined when they no longer have access. */
  readonly look: () => Promise<LabPicture | undefined>;
  /** Does this person still have access? Checked at every ping. */
  readonly isAdmitted: () => Promise<boolean>;
  readonly onError: (error: Error) => void;
}

/**
 * One person's view of one lab: first the whole state (`snapshot`), then the changes (`lab`, `machine`, `job`,
 * `machine-gone`), with `notices` from the beginning, and a `ping` at intervals.
 */
export class LabWatch {
  private readonly lab = new Changes();
  private readonly machines = new Changes();
  private readonly jobs = new Changes();
  private readonly notices = new Changes();
  private looking = false;
  private again = false;
  private ended = false;
  private begun = false;
  private cancelLook: CancelTimer | undefined;
  private cancelPing: CancelTimer = () => {};

  constructor(private readonly options: LabWatchOptions) {
    this.poke();
    this.waitToPing();
  }

  /** Something may have changed. */
  poke(): void {
    if (this.ended) return;
    if (this.looking || this.cancelLook) {
      this.again = true;
      return;
    }
    this.looking = true;
    this.show()
      .catch(this.options.onError)
      .finally(() => this.rest());
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.cancelLook?.();
    this.cancelPing();
    this.options.stream.end();
  }

  private rest(): void {
    this.looking = false;
    if (this.ended) return;
    this.cancelLook = this.options.clock.setTimer(LOOK_EVERY_MS, () => {
      this.cancelLook = undefined;
      if (!this.again) return;
      this.again = false;
      this.poke();
    });
  }

  private async show(): Promise<void> {
    const { stream, look } = this.options;
    if (!stream.hasRoom) return;
    const picture = await look();
    if (!picture) return this.end();
    if (this.ended) return;
    const { lab, machines, jobs, notices } = picture;
    const changes = {
      lab: this.lab.update([lab]),
      machine: this.machines.update(machines),
      job: this.jobs.update(jobs),
    };
    const counted = this.notices.update(notices ? [notices] : []);
    if (this.begun) this.sendChanges(changes);
    else stream.send('snapshot', { lab, machines, jobs });
    this.begun = true;
    for (const count of counted.changed) stream.send('notices', count);
  }

  private sendChanges(changes: Record<'lab' | 'machine' | 'job', ReturnType<Changes<Item>['update']>>): void {
    const { stream } = this.options;
    for (const [event, { changed }] of Object.entries(changes))
      for (const item of changed) stream.send(event, item);
    for (const id of changes.machine.gone) stream.send('machine-gone', { id });
  }

  private waitToPing(): void {
    this.cancelPing = this.options.clock.setTimer(PING_EVERY_MS, () => {
      this.ping().catch(() => this.end());
    });
  }

  private async ping(): Promise<void> {
    const { stream, isAdmitted } = this.options;
    if (!(await isAdmitted())) return this.end();
    if (this.ended) return;
    if (stream.hasRoom) stream.send('ping', {});
    this.waitToPing();
  }
}
