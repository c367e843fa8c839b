import type { Chosen, Refusal } from './check-file';
import { newKey } from './new-key';
import type { Upload } from './queries';
import { send } from './send';

export type SendingStatus = 'waiting' | 'sending' | 'stopped' | 'failed' | 'refused' | 'arrived';

/** A file being sent to the server, or one that did not arrive. */
export interface Sending {
  readonly id: string;
  readonly file: File;
  readonly status: SendingStatus;
  readonly refusal?: Refusal;
  readonly sentBytes: number;
  readonly error?: unknown;
  readonly upload?: Upload;
}

/**
 * The files being sent. Kept outside of any component, so that opening another page does not stop them. They are sent
 * one after the other, so that each uses the whole bandwidth.
 */
export class Sendings {
  private items: readonly Sending[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly brought = new Set<string>();
  private isRunning = false;
  private readonly aborts = new Map<string, AbortController>();

  readonly current = (): readonly Sending[] => this.items;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Was this upload sent from this page since it was loaded? */
  readonly hasBrought = (uploadId: string): boolean => this.brought.has(uploadId);

  /** Files that are certainly not G-code are refused here; the others are sent immediately. */
  add(chosen: readonly Chosen[]): void {
    const added = chosen.map(({ file, refusal }): Sending => {
      const status = refusal ? 'refused' : 'waiting';
      return { id: newKey(), file, status, refusal, sentBytes: 0 };
    });
    this.set([...this.items, ...added]);
    this.run();
  }

  readonly remove = (id: string): void => {
    this.set(this.items.filter((item) => item.id !== id));
  };

  /** Stops a file that is being sent or waits. */
  readonly stop = (id: string): void => {
    this.aborts.get(id)?.abort();
    this.change(id, (item) => (item.status === 'waiting' ? { ...item, status: 'stopped' } : item));
  };

  /** Sends a stopped or failed file again. */
  readonly retry = (id: string): void => {
    this.change(id, (item) => ({ ...item, status: 'waiting', error: undefined, sentBytes: 0 }));
    this.run();
  };

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    const waiting = () => this.items.find(({ status }) => status === 'waiting');
    for (let next = waiting(); next; next = waiting()) await this.sendOne(next);
    this.isRunning = false;
  }

  private async sendOne({ id, file }: Sending): Promise<void> {
    const abort = new AbortController();
    this.aborts.set(id, abort);
    this.change(id, (item) => ({ ...item, status: 'sending' }));
    const onSent = (sentBytes: number) => this.change(id, (item) => ({ ...item, sentBytes }));
    try {
      const upload = await send({ file, signal: abort.signal, onSent });
      this.brought.add(upload.id);
      this.change(id, (item) => ({ ...item, status: 'arrived', upload }));
    } catch (error) {
      const status = abort.signal.aborted ? 'stopped' : 'failed';
      this.change(id, (item) => ({ ...item, status, error, sentBytes: 0 }));
    } finally {
      this.aborts.delete(id);
    }
  }

  private change(id: string, change: (item: Sending) => Sending): void {
    this.set(this.items.map((item) => (item.id === id ? change(item) : item)));
  }

  private set(items: readonly Sending[]): void {
    this.items = items;
    for (const watcher of this.watchers) watcher();
  }
}

export const sendings = new Sendings();
