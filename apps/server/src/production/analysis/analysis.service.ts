import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ANALYSER_VERSION, MARLIN_2 } from '@pandafab/gcode';
import { BillingService } from '../../money/billing.service';
import { ProfileCatalogue } from '../../network/machines/profile-catalogue';
import { FileStore } from '../../platform/file-store/file-store';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { QueueHandlers } from '../../platform/queues/queue-handlers';
import { analyseFile } from '../files/analyse-file.job';
import { type FileRefusal, StoredFile } from '../files/file.entity';
import { GuardService } from '../guard/guard.service';
import { ApprovalAfterReading } from '../jobs/queue/ask-after-reading';
import { Analyser } from './analyser-process';
import { applyAnalysis } from './apply-analysis';
import type { ChildAnswer } from './child-protocol';
import { reanalyseFile } from './reanalyse-file.job';

/** Analyses each new file once, in child processes, and each known file again after an update of the analyser. */
@Injectable()
export class AnalysisService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Analysis');
  private readonly analyser = new Analyser();

  constructor(
    private readonly handlers: QueueHandlers,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly guard: GuardService,
    private readonly profiles: ProfileCatalogue,
    private readonly approval: ApprovalAfterReading,
    private readonly billing: BillingService,
  ) {}

  onModuleInit(): void {
    const run = ({ sha256 }: { readonly sha256: string }, stop: AbortSignal) => this.analyse(sha256, stop);
    this.handlers.register(analyseFile, { run, pending: () => this.unread() });
    // Each start of the server requests these, a few at a time: see `Reanalysis`.
    this.handlers.register(reanalyseFile, { run, pending: async () => [] });
  }

  onApplicationShutdown(): void {
    this.analyser.close();
  }

  private unread(): Promise<Pick<StoredFile, 'sha256'>[]> {
    return this.database.of(StoredFile).find({ where: { state: 'pending' }, select: { sha256: true } });
  }

  private async analyse(sha256: string, stop: AbortSignal): Promise<void> {
    const file = await this.database.of(StoredFile).findOneBy({ sha256 });
    if (!file || !isToBeRead(file)) return;
    const answer = await this.analyser.analyse(this.store.path(sha256), {
      stop,
      readings: [MARLIN_2, ...this.profiles.list().map(({ extrusion }) => extrusion)],
    });
    const reading = { answer, refusal: this.refusalOf(answer) };
    const { approval, billing } = this;
    await this.unitOfWork.run((unit) => applyAnalysis(unit, file, reading, { approval, billing }));
    const verdict = reading.refusal ? `refused: ${reading.refusal.code}` : 'analysed';
    this.log.log(`${sha256.slice(0, 12)} ${verdict}`);
  }

  /** Refuses a file that cannot be read, and one that no machine could ever be allowed to print. */
  private refusalOf(answer: ChildAnswer): FileRefusal | null {
    if (!answer.ok) return answer.refusal;
    const finding = this.guard.hopelessIn(answer);
    return finding ? { code: finding.code, details: finding.details } : null;
  }
}

const isToBeRead = ({ state, analyserVersion }: StoredFile): boolean =>
  state === 'pending' || (analyserVersion ?? 0) < ANALYSER_VERSION;
