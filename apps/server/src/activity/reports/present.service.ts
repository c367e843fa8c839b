import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { daysOfPeriod, isPeriodOver } from '@pandafab/domain';
import { Fault, type ReportId } from '@pandafab/shared';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { parisDay } from '../../money/kit/paris';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandFigures } from '../indicators/staff-scope';
import { canonicalText } from './canonical-text';
import { withComments } from './comments';
import { computeContent } from './compute-content';
import { demandReport, lockDraft } from './find-report';
import { frameOf } from './frame';
import { Report, ReportComment } from './report.entities';
import { ReportFilesService } from './report-files.service';

/** PostgreSQL: another transaction changed a row that this one read (serialization_failure). */
const CHANGED_MEANWHILE = '40001';

/** Presents reports: what they say is frozen. */
@Injectable()
export class PresentService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ReportFilesService,
  ) {}

  /**
   * Freezes figures, comments and the versions of the queries, in one transaction; then makes the files. A report that
   * is presented already stays as it is: a second click does nothing.
   * @throws Fault REPORT.UNKNOWN, REPORT.PERIOD_RUNS {period, until}, REPORT.CHANGED, AUTH.OTHER_LAB
   */
  async present(account: CurrentAccountInfo, id: ReportId): Promise<void> {
    const report = await demandReport(this.database.manager, id);
    demandFigures(account, 'report.present', report.labId);
    if (report.state === 'draft') await this.freeze(account, id);
    await this.files.tryMake(id);
  }

  private async freeze(account: CurrentAccountInfo, id: ReportId): Promise<void> {
    const work = (unit: Unit) => freeze(unit, account, id);
    try {
      await this.unitOfWork.run(work);
    } catch (error) {
      if (error instanceof Fault && error.code === 'REPORT.PRESENTED') return;
      if (!isChangedMeanwhile(error)) throw error;
      // Another person presented it, or wrote a comment, at the same moment.
      const now = await demandReport(this.database.manager, id);
      if (now.state === 'draft') throw new Fault('REPORT.CHANGED', {}, { cause: error });
    }
  }
}

async function freeze(unit: Unit, { accountId }: CurrentAccountInfo, id: ReportId): Promise<void> {
  const { manager, now } = unit;
  await seeOneMoment(manager);
  const report = await lockDraft(unit, id);
  const { period, labId, conventionId } = report;
  const { until } = daysOfPeriod(period);
  if (!isPeriodOver(period, parisDay(now))) throw new Fault('REPORT.PERIOD_RUNS', { period, until });
  const comments = await manager.findBy(ReportComment, { reportId: id });
  const computed = await computeContent(manager, await frameOf(manager, report), now);
  const content = canonicalText(withComments(computed, comments));
  const contentHash = createHash('sha256').update(content).digest('hex');
  await manager.update(
    Report,
    { id },
    { state: 'presented', content, contentHash, presentedBy: accountId, presentedAt: now },
  );
  await audit(unit, {
    ...{ action: 'report.presented', subject: ['report', id], labId },
    after: { conventionId, period, contentHash },
  });
}

/** All figures are those of one moment. SQLite has that already: its units of work are one after the other. */
async function seeOneMoment(manager: EntityManager): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
}

const isChangedMeanwhile = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === CHANGED_MEANWHILE;
