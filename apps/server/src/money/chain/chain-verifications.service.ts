import { Inject, Injectable, Logger } from '@nestjs/common';
import { type AccountId, type Clock, type Language, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { FileStore } from '../../platform/file-store/file-store';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { putIntoWords } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import { FEATURES, type Feature } from '../../platform/kit/feature';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import type { ChainVerificationDto } from './chain.dto';
import { ChainVerification } from './chain-verification.entity';
import { chainedOf } from './chained-record';
import { HeadLogWriter } from './head-log-writer';
import { type Verification, verifyChain } from './verify/verify-chain';

/** A verification that was started longer ago was stopped with its server. */
const LONGEST_MS = 3_600_000;
/** How long the head of a document that was just issued may take to reach the disk. */
const PATIENCE_MS = 2000;

/** Verifications that people start. Their results are stored: any of several servers shows them. */
@Injectable()
export class ChainVerifications {
  private readonly log = new Logger('Chain');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly headLog: HeadLogWriter,
    private readonly store: FileStore,
    @Inject(FEATURES) private readonly features: readonly Feature[],
  ) {}

  /** The latest verification. */
  async latest(language: Language): Promise<ChainVerificationDto> {
    const [latest] = await this.database
      .of(ChainVerification)
      .find({ order: { startedAt: 'DESC', id: 'DESC' }, take: 1 });
    return latest ? toDto(latest, this.isRunning(latest), language) : NEVER;
  }

  /** Starts a verification in the background, unless one is running. */
  async start(startedBy: AccountId, withFiles: boolean): Promise<void> {
    const started = await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const latest = await manager.find(ChainVerification, { order: { startedAt: 'DESC' }, take: 1 });
      const row = { id: newId<string>(), startedBy, startedAt: now, withFiles, hasFailed: false };
      const after = { withFiles };
      await audit(unit, { action: 'chain.verification-started', subject: ['chain', null], after });
      if (latest[0] && this.isRunning(latest[0])) return undefined;
      await manager.insert(ChainVerification, row);
      return row;
    });
    if (started) void this.verify(started.id, withFiles);
  }

  private isRunning({ endedAt, startedAt }: ChainVerification): boolean {
    return endedAt === null && startedAt > this.clock.now() - LONGEST_MS;
  }

  private async verify(id: string, withFiles: boolean): Promise<void> {
    try {
      const found = await verifyChain({
        manager: this.database.manager,
        log: this.headLog.log,
        records: chainedOf(this.features),
        open: withFiles ? (sha256) => this.store.read(sha256) : undefined,
        patienceMs: PATIENCE_MS,
      });
      if (found.problem) this.log.error(`the chain is not whole: ${found.problem.message}`);
      await this.record(id, resultOf(found));
    } catch (error) {
      this.log.error('the chain was not verified', error instanceof Error ? error.stack : String(error));
      await this.record(id, { hasFailed: true }).catch(() => undefined);
    }
  }

  private record(id: string, result: Partial<ChainVerification>): Promise<void> {
    return this.unitOfWork.run(async ({ manager, now }) => {
      await manager.update(ChainVerification, { id }, { ...result, endedAt: now });
    });
  }
}

function resultOf({ head, links, documents, records, erased, files, problem }: Verification) {
  const { code, details } = problem ?? {};
  return {
    ...{ links, documents, records, erased, files, headSequence: head.sequence, headHash: head.hash },
    problem: code && details ? { code, details } : null,
  };
}

const NOTHING = {
  links: null,
  documents: null,
  records: null,
  erased: null,
  files: null,
  head: null,
  problem: null,
};
const NEVER = { state: 'never', startedAt: null, endedAt: null, withFiles: false, ...NOTHING } as const;

function stateOf({ endedAt, hasFailed, problem }: ChainVerification, isRunning: boolean) {
  if (endedAt === null) return isRunning ? 'running' : 'failed';
  if (hasFailed) return 'failed';
  return problem ? 'broken' : 'whole';
}

function toDto(row: ChainVerification, isRunning: boolean, language: Language): ChainVerificationDto {
  const { startedAt, endedAt, withFiles, links, documents, records, erased, files, headSequence, headHash } =
    row;
  return {
    state: stateOf(row, isRunning),
    ...{ startedAt: toIso(startedAt), endedAt: toIsoOrNull(endedAt), withFiles },
    ...{ links, documents, records, erased, files },
    head: headSequence && headHash ? { sequence: headSequence, hash: headHash } : null,
    problem: putIntoWords(row.problem, language),
  };
}
