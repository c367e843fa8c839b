import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Head } from '../append-link';
import type { LinkKind } from '../chain.entities';
import type { ChainedRecord, ChainedRow } from '../chained-record';
import type { HeadLog } from '../head-log';
import { NO_HASH } from '../link-hash';
import { DocumentChecker } from './check-documents';
import { FileChecker, type OpenContent } from './check-files';
import { checkLog } from './check-log';
import { RecordChecker } from './check-records';
import { checkUnlinked } from './check-unlinked';
import { documentsOf, filesOf } from './read-documents';
import { LinkChecker, lastLink, linksUpTo, readHead } from './read-links';

export interface VerifyOptions {
  readonly manager: EntityManager;
  readonly log: HeadLog;
  /** The kinds of records besides documents: those of all features. */
  readonly records: readonly ChainedRecord[];
  /** Opens stored contents, which are then hashed again; undefined: only their recorded hashes are compared. */
  readonly open?: OpenContent | undefined;
  /** How long a running server may take to write the head file. */
  readonly patienceMs?: number;
  /** Called with the number of links checked, after each batch. */
  readonly progress?: (links: number) => void;
}

/** What a verification found. */
export interface Verification {
  readonly head: Head;
  /** How many were checked: up to the first problem. */
  readonly links: number;
  readonly documents: number;
  /** Payments, closures and the other records. */
  readonly records: number;
  /** Documents among them whose client and texts were erased and cannot be compared. */
  readonly erased: number;
  /** Stored contents that were hashed again. */
  readonly files: number;
  /** The first record that is wrong, missing or cut off; null where there is none. */
  readonly problem: Fault | null;
}

/**
 * Computes the whole chain again and compares it with documents, other records, recorded files, head and head file. Memory does not
 * grow with the chain. It can run while documents are issued.
 * @throws the errors of database and disk; what is wrong with the chain is in the result
 */
export function verifyChain(options: VerifyOptions): Promise<Verification> {
  return new Run(options).verify();
}

class Run {
  private readonly checker = new LinkChecker();
  private readonly documents = new DocumentChecker();
  private readonly files: FileChecker;
  private readonly records: ReadonlyMap<LinkKind, RecordChecker>;
  private head: Head = { sequence: 0, hash: NO_HASH };
  private links = 0;

  constructor(private readonly options: VerifyOptions) {
    this.files = new FileChecker(options.open);
    this.records = new Map(options.records.map((record) => [record.kind, new RecordChecker(record)]));
  }

  async verify(): Promise<Verification> {
    const problem = await this.firstProblem();
    const { head, links } = this;
    const { count: documents, erased } = this.documents;
    const records = [...this.records.values()].reduce((sum, { count }) => sum + count, 0);
    return { head, links, documents, records, erased, files: this.files.count, problem };
  }

  private async firstProblem(): Promise<Fault | null> {
    try {
      await this.checkAll();
      return null;
    } catch (error) {
      if (error instanceof Fault && error.code.startsWith('CHAIN.')) return error;
      throw error;
    }
  }

  /** The links first: a link that is missing in the middle is named before the end that is missing. */
  private async checkAll(): Promise<void> {
    const { manager, log, patienceMs = 0 } = this.options;
    const head = await readHead(manager).catch(async (error: unknown) => {
      await this.checkLinks(await lastLink(manager));
      throw error;
    });
    this.head = head;
    await this.checkLinks(head);
    await checkLog(manager, log, head, patienceMs);
    await checkUnlinked(manager);
    for (const record of this.records.values()) await record.checkUnlinked(manager);
  }

  private async checkLinks(head: Head): Promise<void> {
    const { manager, progress } = this.options;
    for await (const batch of linksUpTo(manager, head)) {
      const numbersOf = (kind: LinkKind) =>
        batch.filter((link) => link.kind === kind).map(({ subject }) => subject);
      const documents = await documentsOf(manager, numbersOf('document'));
      const files = await filesOf(manager, numbersOf('files'));
      const rows = new Map<LinkKind, ReadonlyMap<string, ChainedRow>>();
      for (const [kind, record] of this.records)
        rows.set(kind, await record.rowsOf(manager, numbersOf(kind)));
      for (const link of batch) {
        const read = this.checker.check(link);
        if (link.kind === 'document') this.documents.check(read, documents);
        if (link.kind === 'files') await this.files.check(read, files);
        this.records.get(link.kind)?.check(read, rows.get(link.kind) ?? new Map());
        for (const { follower } of this.records.values()) follower?.see(link.kind, read.payload);
        this.links += 1;
      }
      progress?.(this.links);
    }
  }
}
