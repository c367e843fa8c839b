import { Readable } from 'node:stream';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Fault, newId, type ReportId } from '@pandafab/shared';
import { FileStore, type ReceivedFile } from '../../platform/file-store/file-store';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandReport, frozenContent } from './find-report';
import { makeFiles } from './make-files';
import { Report, ReportFile } from './report.entities';
import type { ReportFormat } from './reports.dto';

type Received = ReceivedFile & { readonly format: ReportFormat };

/** The files of presented reports: made once, from the frozen content, and kept in the file store. */
@Injectable()
export class ReportFilesService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Reports');
  private isStopping = false;
  private healing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** Makes the files that a power cut or a full disk prevented, while the service already works. */
  onApplicationBootstrap(): void {
    this.healing = this.heal().catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.healing;
  }

  /** @throws Fault REPORT.UNKNOWN, REPORT.IS_DRAFT, REPORT.FILE_NOT_READY while the disk refuses it */
  async file(id: ReportId, format: ReportFormat): Promise<ReportFile> {
    const files = await this.of(id).catch((error: unknown) => {
      if (error instanceof Fault && error.code.startsWith('REPORT.')) throw error;
      this.report(id, error);
      throw new Fault('REPORT.FILE_NOT_READY', {}, { cause: error });
    });
    const found = files.find((file) => file.format === format);
    if (!found) throw new Fault('REPORT.FILE_NOT_READY');
    return found;
  }

  /** Makes the files now if it can: a full disk does not undo a report that was presented. */
  async tryMake(id: ReportId): Promise<void> {
    await this.of(id).catch((error: unknown) => this.report(id, error));
  }

  private report(id: ReportId, error: unknown): void {
    this.log.error(`files of report ${id} not made yet`, error instanceof Error ? error.stack : error);
  }

  private async of(id: ReportId): Promise<ReportFile[]> {
    const stored = await this.database.of(ReportFile).findBy({ reportId: id });
    return stored.length > 0 ? stored : this.make(await demandReport(this.database.manager, id));
  }

  private async make(report: Report): Promise<ReportFile[]> {
    const content = frozenContent(report);
    if (!content) throw new Fault('REPORT.IS_DRAFT');
    const received: Received[] = [];
    for (const { format, bytes } of await makeFiles(content))
      received.push({ ...(await this.store.receive(Readable.from([bytes]))), format });
    return this.unitOfWork.run((unit) => record(unit, report.id, received));
  }

  private async heal(): Promise<void> {
    const found = await this.database
      .of(Report)
      .createQueryBuilder('report')
      .select('report.id')
      .leftJoin(ReportFile, 'file', 'file.reportId = report.id')
      .where(`report.state = 'presented' AND file.id IS NULL`)
      .getMany();
    for (const { id } of found) {
      if (this.isStopping) return;
      await this.tryMake(id);
    }
  }
}

/** Two requests at the same time made the same files: the first one records them. */
async function record(
  { manager, now: createdAt }: Unit,
  reportId: ReportId,
  received: readonly Received[],
): Promise<ReportFile[]> {
  const rows = received.map(({ format, sha256, bytes }) => ({
    ...{ id: newId<string>(), reportId, format, sha256, bytes, createdAt },
  }));
  await manager.createQueryBuilder().insert().into(ReportFile).values(rows).orIgnore().execute();
  return manager.findBy(ReportFile, { reportId });
}
