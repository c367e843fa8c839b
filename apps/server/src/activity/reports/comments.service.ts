import { Injectable } from '@nestjs/common';
import { Fault, newId, type ReportId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandFigures } from '../indicators/staff-scope';
import { commentKeys } from './comments';
import { demandReport, lockDraft } from './find-report';
import { frameOf } from './frame';
import { type Report, ReportComment } from './report.entities';

interface Written {
  readonly key: string;
  readonly text: string;
  readonly version: number;
}

/** What staff write beside the objectives and the figures of a draft. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Writes a comment; an empty text removes what was written.
   * @throws Fault REPORT.UNKNOWN, REPORT.COMMENT_UNKNOWN, REPORT.PRESENTED, REPORT.CHANGED, AUTH.OTHER_LAB
   */
  async write(account: CurrentAccountInfo, id: ReportId, { key, text, version }: Written): Promise<Written> {
    const { labId } = await demandReport(this.database.manager, id);
    demandFigures(account, 'report.comment', labId);
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: changedAt } = unit;
      await demandKey(manager, await lockDraft(unit, id), key);
      const found = await manager.findOneBy(ReportComment, { reportId: id, key });
      if ((found?.version ?? 0) !== version) throw new Fault('REPORT.CHANGED');
      if ((found?.text ?? '') === text) return { key, text, version };
      const next = { text, version: version + 1, changedBy: account.accountId, changedAt };
      if (found) await manager.update(ReportComment, { id: found.id }, next);
      else await manager.insert(ReportComment, { id: newId<string>(), reportId: id, key, ...next });
      await audit(unit, {
        ...{ action: 'report.commented', subject: ['report', id], labId },
        before: { key, text: found?.text ?? '' },
        after: { key, text },
      });
      return { key, text, version: next.version };
    });
  }
}

async function demandKey(manager: EntityManager, report: Report, key: string): Promise<void> {
  const { objectives } = await frameOf(manager, report);
  const framed = objectives.map(({ id, figures }) => ({ id, figures }));
  if (!commentKeys({ objectives: framed }).includes(key)) throw new Fault('REPORT.COMMENT_UNKNOWN');
}
