import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/persistence/unit';
import { appendLink, type LinkRecord } from './append-link';
import { HeadLogWriter } from './head-log-writer';

/** Adds links to the chain, and notes the new head outside the database after the commit. */
@Injectable()
export class MoneyLinks {
  constructor(private readonly headLog: HeadLogWriter) {}

  /**
   * In the unit of work that writes the record.
   * @throws Fault CHAIN.DAY_CLOSED for a document of a day that is closed
   */
  async add(unit: Unit, record: LinkRecord): Promise<void> {
    await appendLink(unit, record);
    unit.afterCommit(() => this.headLog.poke());
  }
}
