import { SerialQueue } from '@pandafab/shared';
import type { QueryRunner } from 'typeorm';

type Query = (...parameters: Parameters<QueryRunner['query']>) => Promise<unknown>;

/**
 * Makes `runner` send its statements in sequence, and none after one that failed. After a full disk or an I/O error
 * SQLite has often rolled back by itself (sqlite.org/lang_transaction.html, "Response to errors within a
 * transaction"): each further statement would then be committed alone.
 */
export class StatementSequence {
  private readonly statements = new SerialQueue();
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly runner: QueryRunner) {
    const query: Query = runner.query.bind(runner);
    const sendNext: Query = (...statement) => this.statements.add(() => this.send(() => query(...statement)));
    runner.query = sendNext as QueryRunner['query'];
  }

  /**
   * Waits until no statement is in progress, and restores the runner.
   * @throws the error of the first failed statement, even if the work has caught it
   */
  async end(): Promise<void> {
    await this.statements.idle();
    // This removes the method that was set on the object; its class's method is in use again.
    Reflect.deleteProperty(this.runner, 'query');
    if (this.failure) throw this.failure.error;
  }

  private async send(query: () => Promise<unknown>): Promise<unknown> {
    if (this.failure) throw this.failure.error;
    try {
      return await query();
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}
