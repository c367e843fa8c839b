/** Runs asynchronous work one piece after the other, in the order in which it was added. */
export class SerialQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private unfinished = 0;

  /** Resolves or rejects as `work` does; a failure does not stop later work. */
  add<T>(work: () => Promise<T>): Promise<T> {
    this.unfinished++;
    const result = this.tail.then(work).finally(() => {
      this.unfinished--;
    });
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** True while work is in progress or waiting. */
  get isBusy(): boolean {
    return this.unfinished > 0;
  }

  /** Resolves when everything added so far has ended. */
  async idle(): Promise<void> {
    await this.tail;
  }
}
