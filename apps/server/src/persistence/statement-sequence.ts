import type { QueryRunner } from 'typeorm';

type Query = (...parameters: Parameters<QueryRunner['query']>) => Promise<unknown>;

/**
 * Makes `runner` send one statement after another, and none after one that failed. After a full disk or an I/O error
 * SQLite has often rolled back by itself (sqlite.org/lang_transaction.html, "Response to errors within a transaction"):
 * each further statement would then be committed alone.
 */
export class StatementSequence {
  private last: Promise<unknown> = Promise.resolve();
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly runner: QueryRunner) {
    const query: Query = runner.query.bind(runner);
    const sendNext: Query = (...statement) => {
      const sent = this.last.then(() => {
        if (this.failure) throw this.failure.error;
        return query(...statement);
      });
      this.last = sent.catch((error: unknown) => {
        this.failure ??= { error };
      });
      return sent;
    };
    runner.query = sendNext as QueryRunner['query'];
  }

  /**
   * Waits until no statement is under way, and gives the runner back as it was.
   * @throws what the first failed statement threw, even if somebody has caught it meanwhile
   */
  async end(): Promise<void> {
    await this.last;
    // What stands on the object goes; the method of its class is there again.
    Reflect.deleteProperty(this.runner, 'query');
    if (this.failure) throw this.failure.error;
  }
}
