import type { Chosen, Refusal } from './check-file';
import { newKey, type Submitted, send, type Wish } from './send';

export type UploadStatus = 'ready' | 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';

export interface Upload {
  readonly id: string;
  readonly file: File;
  readonly status: UploadStatus;
  readonly refusal?: Refusal;
  readonly sentBytes: number;
  readonly error?: unknown;
  readonly answer?: Submitted;
  /** The submission's own name, and what it was for: something else is another submission. */
  readonly key?: { readonly name: string; readonly wish: string };
}

/**
 * The files on their way. They stand outside of any component: whoever looks at the machines meanwhile stops nothing.
 * One after the other, so that each has the whole line.
 */
export class Uploads {
  private items: readonly Upload[] = [];
  private readonly watchers = new Set<() => void>();
  private readonly aborts = new Map<string, AbortController>();

  readonly current = (): readonly Upload[] => this.items;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  add(chosen: readonly Chosen[]): void {
    const added = chosen.map(({ file, refusal }): Upload => {
      const status = refusal ? 'refused' : 'ready';
      return { id: newKey(), file, status, refusal, sentBytes: 0 };
    });
    this.set([...this.items, ...added]);
  }

  remove(id: string): void {
    this.set(this.items.filter((item) => item.id !== id));
  }

  forgetSent(): void {
    this.set(this.items.filter(({ status }) => status !== 'sent'));
  }

  /** Stops what is on its way, and takes back what waits. */
  stop(id: string): void {
    this.aborts.get(id)?.abort();
    this.change(id, (item) => (item.status === 'waiting' ? { ...item, status: 'ready' } : item));
  }

  /** Sends what is ready, and what failed once more. */
  async start(wish: Wish, only?: string): Promise<void> {
    const isRunning = this.items.some(({ status }) => status === 'sending');
    for (const { id, status } of this.items)
      if ((status === 'ready' || status === 'failed') && (!only || only === id)) this.enqueue(id, wish);
    if (isRunning) return;
    for (let next = this.waiting(); next; next = this.waiting()) await this.sendOne(next);
  }

  private readonly wishes = new Map<string, Wish>();

  private enqueue(id: string, wish: Wish): void {
    this.wishes.set(id, wish);
    const asked = JSON.stringify(wish);
    this.change(id, (item) => ({
      ...item,
      status: 'waiting',
      error: undefined,
      sentBytes: 0,
      key: item.key?.wish === asked ? item.key : { name: newKey(), wish: asked },
    }));
  }

  private waiting = (): Upload | undefined => this.items.find(({ status }) => status === 'waiting');

  private async sendOne({ id, file, key }: Upload): Promise<void> {
    const [wish, abort] = [this.wishes.get(id), new AbortController()];
    if (!wish || !key) return;
    this.aborts.set(id, abort);
    this.change(id, (item) => ({ ...item, status: 'sending' }));
    const onSent = (sentBytes: number) => this.change(id, (item) => ({ ...item, sentBytes }));
    try {
      const answer = await send({ file, wish, key: key.name, signal: abort.signal, onSent });
      this.change(id, (item) => ({ ...item, status: 'sent', answer }));
    } catch (error) {
      const stopped = abort.signal.aborted;
      this.change(id, (item) => ({
        ...item,
        sentBytes: 0,
        ...(stopped ? { status: 'ready' } : { status: 'failed', error }),
      }));
    } finally {
      this.aborts.delete(id);
    }
  }

  private change(id: string, change: (item: Upload) => Upload): void {
    this.set(this.items.map((item) => (item.id === id ? change(item) : item)));
  }

  private set(items: readonly Upload[]): void {
    this.items = items;
    for (const watcher of this.watchers) watcher();
  }
}

export const uploads = new Uploads();
