import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { nextJobState } from '@pandafab/domain';
import type { Clock } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { FileStore } from '../files/file-store';
import { Job } from '../jobs/job.entities';
import { raiseMatches } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { QueueHandlers } from '../queues/queue-handlers';
import { analyseInChild } from './analyser-process';
import type { ChildAnswer } from './child-protocol';

/** Reads each new file once, in a child process, and lets its jobs go on to the queue. */
@Injectable()
export class AnalysisService implements OnModuleInit {
  private readonly log = new Logger('Analysis');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handlers: QueueHandlers,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    this.handlers.register('file.analyse', ({ sha256 }, stop) => this.analyse(sha256, stop));
  }

  private async analyse(sha256: string, stop: AbortSignal): Promise<void> {
    const file = await this.database.of(StoredFile).findOneBy({ sha256 });
    if (file?.state !== 'pending') return;
    const answer = await analyseInChild(this.store.path(sha256), { stop });
    await this.unitOfWork.run((manager) => this.apply(manager, sha256, answer));
    this.log.log(
      answer.ok
        ? `${sha256.slice(0, 12)} analysed`
        : `${sha256.slice(0, 12)} refused: ${answer.refusal.code}`,
    );
  }

  private async apply(manager: EntityManager, sha256: string, answer: ChildAnswer): Promise<void> {
    const changes = answer.ok
      ? {
          state: 'analysed' as const,
          analysis: answer.analysis,
          analyserVersion: answer.analysis.analyserVersion,
        }
      : { state: 'refused' as const, refusal: answer.refusal };
    const { affected } = await manager.update(StoredFile, { sha256, state: 'pending' }, changes as object);
    if (affected === 0) return;
    const jobs = await manager.findBy(Job, { fileSha256: sha256, state: 'analysing' });
    for (const { id, state: from } of jobs) {
      const state = nextJobState(from, { type: answer.ok ? 'analysed' : 'refused' });
      // Whoever took the job back meanwhile is right: it is not put into the queue again.
      if (state) await manager.update(Job, { id, state: from }, { state, changedAt: this.clock.now() });
    }
    if (answer.ok)
      await raiseMatches(
        manager,
        this.clock,
        jobs.map(({ labId }) => labId),
      );
  }
}
