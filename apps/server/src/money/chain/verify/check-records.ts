import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../canonical-json';
import { ChainLink } from '../chain.entities';
import type { ChainedRecord, ChainedRow, ChainFollower } from '../chained-record';
import type { ReadLink } from './read-links';
import { SeriesChecker } from './series';

/** Compares the records of one kind with their links, and counts them. */
export class RecordChecker {
  /** Records compared. */
  count = 0;
  readonly follower: ChainFollower | undefined;
  private readonly series = new SeriesChecker();

  constructor(private readonly kind: ChainedRecord) {
    this.follower = kind.follow?.();
  }

  rowsOf(manager: EntityManager, numbers: readonly string[]): Promise<ReadonlyMap<string, ChainedRow>> {
    return numbers.length === 0 ? Promise.resolve(new Map()) : this.kind.read(manager, numbers);
  }

  /** @throws Fault CHAIN.RECORD_MISSING, CHAIN.RECORD_CHANGED, CHAIN.NUMBER_MISSING */
  check({ link, payload }: ReadLink, rows: ReadonlyMap<string, ChainedRow>): void {
    const { kind, subject: number } = link;
    if (this.kind.isSeries) this.series.check(number);
    const row = rows.get(number);
    if (!row) throw new Fault('CHAIN.RECORD_MISSING', { kind, number });
    if (canonicalJson(row(payload)) !== link.payload)
      throw new Fault('CHAIN.RECORD_CHANGED', { kind, number });
    this.count += 1;
  }

  /** @throws Fault CHAIN.RECORD_UNLINKED */
  async checkUnlinked(manager: EntityManager): Promise<void> {
    const { kind, entity } = this.kind;
    const links = manager
      .createQueryBuilder()
      .subQuery()
      .select('1')
      .from(ChainLink, 'link')
      .where('link.kind = :kind AND link.subject = record.number')
      .getQuery();
    const unlinked = await manager
      .createQueryBuilder(entity, 'record')
      .where(`NOT EXISTS ${links}`, { kind })
      .orderBy('record.number')
      .limit(1)
      .getOne();
    if (unlinked) throw new Fault('CHAIN.RECORD_UNLINKED', { kind, number: unlinked.number });
  }
}
