import { Inject, Injectable } from '@nestjs/common';
import { hasPeriodBegun, isAllowedIn, isPeriodOver, labsAllowed, periodsWithin } from '@pandafab/domain';
import { type Clock, Fault, newId, type ReportId } from '@pandafab/shared';
import { parisDay } from '../../money/kit/paris';
import { Lab } from '../../network/labs/lab.entity';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandConvention } from '../conventions/find-convention';
import { demandFigures } from '../indicators/staff-scope';
import { withComments } from './comments';
import { computeContent } from './compute-content';
import { differencesOf } from './differences';
import { demandReport, frozenContent, lockDraft } from './find-report';
import { frameOf, frameOfContent } from './frame';
import { Report, ReportComment } from './report.entities';
import type { ReportContent } from './report-content.dto';
import type {
  NewReportDto,
  ReportDetail,
  ReportDifference,
  ReportListDto,
  ReportSearch,
} from './reports.dto';
import { summariesOf } from './summaries';

/** Reports of activity and money: drafts that show what is true now, and presented ones that stay as they were. */
@Injectable()
export class ReportsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The latest period first. Staff of some labs see the reports of these labs. */
  async list(account: CurrentAccountInfo, { conventionId }: ReportSearch): Promise<ReportListDto> {
    const { manager } = this.database;
    const found = await manager.find(Report, {
      ...(conventionId && { where: { conventionId } }),
      order: { period: 'DESC', id: 'DESC' },
      select: SUMMARY,
    });
    const labs = labsAllowed(account, 'report.read');
    const seen = found.filter(
      ({ labId }) => labs === 'everywhere' || (labId !== null && labs.includes(labId)),
    );
    return { items: await summariesOf(manager, seen, this.today()), total: seen.length };
  }

  /**
   * A draft with the figures of now, or a presented report as it was frozen.
   * @throws Fault REPORT.UNKNOWN, AUTH.OTHER_LAB
   */
  async get(account: CurrentAccountInfo, id: ReportId): Promise<ReportDetail> {
    const { manager } = this.database;
    const report = await this.seen(account, id);
    const comments = await manager.find(ReportComment, { where: { reportId: id }, order: { key: 'ASC' } });
    const content = frozenContent(report) ?? (await this.draft(report, comments));
    const [summary] = await summariesOf(manager, [report], this.today());
    if (!summary) throw new Fault('REPORT.UNKNOWN');
    const isDraft = report.state === 'draft';
    const may = (action: 'report.present' | 'report.comment') =>
      report.labId === null
        ? labsAllowed(account, action) === 'everywhere'
        : isAllowedIn(account, action, report.labId);
    return {
      ...{ ...summary, content },
      comments: isDraft ? comments.map(({ key, text, version }) => ({ key, text, version })) : [],
      mayPresent: isDraft && summary.isOver && may('report.present'),
      mayComment: isDraft && may('report.comment'),
    };
  }

  /** What a report would be if it were presented now. */
  async draft(report: Report, comments?: readonly ReportComment[]): Promise<ReportContent> {
    const { manager } = this.database;
    const own = comments ?? (await manager.findBy(ReportComment, { reportId: report.id }));
    const content = await computeContent(manager, await frameOf(manager, report), this.clock.now());
    return withComments(content, own);
  }

  /** @throws Fault REPORT.UNKNOWN, AUTH.OTHER_LAB */
  async seen(account: CurrentAccountInfo, id: ReportId): Promise<Report> {
    const report = await demandReport(this.database.manager, id);
    demandFigures(account, 'report.read', report.labId);
    return report;
  }

  /**
   * Begins a report. Its figures are those of now until it is presented.
   * @throws Fault CONVENTION.UNKNOWN, LAB.UNKNOWN, REPORT.EXISTS {period}, REPORT.NOT_BEGUN {period}, REPORT.OUTSIDE {period}
   */
  async create(account: CurrentAccountInfo, asked: NewReportDto): Promise<ReportDetail> {
    const { conventionId, labId, period } = asked;
    demandFigures(account, 'report.comment', labId);
    const id = newId<ReportId>();
    await this.unitOfWork
      .run(async (unit) => {
        const { manager, now: createdAt } = unit;
        const { startsOn: from, endsOn: until } = await demandConvention(manager, conventionId);
        if (labId !== null && !(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
        if (!periodsWithin({ from, until }).includes(period)) throw new Fault('REPORT.OUTSIDE', { period });
        if (!hasPeriodBegun(period, parisDay(createdAt))) throw new Fault('REPORT.NOT_BEGUN', { period });
        const draft = { state: 'draft', content: null, contentHash: null } as const;
        await manager.insert(Report, {
          ...{ id, ...asked, ...draft, createdBy: account.accountId, createdAt },
          ...{ presentedBy: null, presentedAt: null },
        });
        await audit(unit, {
          ...{ action: 'report.added', subject: ['report', id], labId, after: { conventionId, period } },
        });
      })
      .catch((error: unknown) => {
        throw isUniqueViolation(error) ? new Fault('REPORT.EXISTS', { period }, { cause: error }) : error;
      });
    return this.get(account, id);
  }

  /** Deletes a draft with its comments. @throws Fault REPORT.UNKNOWN, REPORT.PRESENTED, AUTH.OTHER_LAB */
  async delete(account: CurrentAccountInfo, id: ReportId): Promise<void> {
    const { labId } = await demandReport(this.database.manager, id);
    demandFigures(account, 'report.comment', labId);
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const { conventionId, period } = await lockDraft(unit, id);
      await manager.delete(ReportComment, { reportId: id });
      await manager.delete(Report, { id });
      await audit(unit, {
        ...{ action: 'report.deleted', subject: ['report', id], labId, before: { conventionId, period } },
      });
    });
  }

  /**
   * What has changed in the figures since the report was presented; nothing for a draft.
   * @throws Fault REPORT.UNKNOWN, AUTH.OTHER_LAB
   */
  async differences(
    account: CurrentAccountInfo,
    id: ReportId,
  ): Promise<{ items: ReportDifference[]; comparedAt: number }> {
    const comparedAt = this.clock.now();
    const frozen = frozenContent(await this.seen(account, id));
    if (!frozen) return { items: [], comparedAt };
    const now = await computeContent(this.database.manager, frameOfContent(frozen), comparedAt);
    return { items: differencesOf(frozen, now), comparedAt };
  }

  private readonly today = () => parisDay(this.clock.now());

  /** True once the period of a report is over. */
  isOver = ({ period }: Report): boolean => isPeriodOver(period, this.today());
}

/** Without the content, which is long. */
const SUMMARY = {
  id: true,
  conventionId: true,
  labId: true,
  period: true,
  state: true,
  contentHash: true,
  createdAt: true,
  presentedBy: true,
  presentedAt: true,
} as const;
