import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ANALYSER_VERSION, MARLIN_2 } from '@pandafab/gcode';
import type { Clock } from '@pandafab/shared';
import { CLOCK } from '../config';
import { type FileRefusal, StoredFile } from '../files/file.entity';
import { FileStore } from '../files/file-store';
import { GuardService } from '../guard/guard.service';
import { ProfileCatalogue } from '../guard/profile-catalogue';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { QueueHandlers } from '../queues/queue-handlers';
import { analyseInChild } from './analyser-process';
import { applyAnalysis } from './apply-analysis';
import type { ChildAnswer } from './child-protocol';

/** Reads each new file once, in a child process, and each known one again when a new version reads better. */
@Injectable()
export class AnalysisService implements OnModuleInit {
  private readonly log = new Logger('Analysis');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handlers: QueueHandlers,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly guard: GuardService,
    private readonly profiles: ProfileCatalogue,
  ) {}

  onModuleInit(): void {
    this.handlers.register('file.analyse', ({ sha256 }, stop) => this.analyse(sha256, stop));
    this.handlers.register('file.reanalyse', ({ sha256 }, stop) => this.analyse(sha256, stop));
  }

  private async analyse(sha256: string, stop: AbortSignal): Promise<void> {
    const file = await this.database.of(StoredFile).findOneBy({ sha256 });
    if (!file || !isToBeRead(file)) return;
    const answer = await analyseInChild(this.store.path(sha256), {
      stop,
      readings: [MARLIN_2, ...this.profiles.list().map(({ extrusion }) => extrusion)],
    });
    const reading = { answer, refusal: this.refusalOf(answer) };
    await this.unitOfWork.run((manager) => applyAnalysis(manager, this.clock, file, reading));
    const verdict = reading.refusal ? `refused: ${reading.refusal.code}` : 'analysed';
    this.log.log(`${sha256.slice(0, 12)} ${verdict}`);
  }

  /** What cannot be read is refused, and what no machine would ever be allowed to take. */
  private refusalOf(answer: ChildAnswer): FileRefusal | null {
    if (!answer.ok) return answer.refusal;
    const finding = this.guard.hopelessIn(answer);
    return finding ? { code: finding.code, details: finding.details } : null;
  }
}

const isToBeRead = ({ state, analyserVersion }: StoredFile): boolean =>
  state === 'pending' || (analyserVersion ?? 0) < ANALYSER_VERSION;
