/** Lets one piece of asynchronous work run at a time, in the order asked. */
export class Turns {
  private tail: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `work` does; a failure does not hold up who comes next. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything asked so far is over. */
  async idle(): Promise<void> {
    await this.tail;
  }
}
