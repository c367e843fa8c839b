import { Fault, type ReportId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Report } from './report.entities';
import type { ReportContent } from './report-content.dto';

/** @throws Fault REPORT.UNKNOWN */
export async function demandReport(manager: EntityManager, id: ReportId): Promise<Report> {
  const report = await manager.findOneBy(Report, { id });
  if (!report) throw new Fault('REPORT.UNKNOWN');
  return report;
}

/**
 * Locks a draft until the unit of work ends: comments and the presentation of a report wait for one another.
 * @throws Fault REPORT.UNKNOWN, REPORT.PRESENTED
 */
export async function lockDraft({ manager }: Unit, id: ReportId): Promise<Report> {
  // A write of nothing locks the row on PostgreSQL.
  const { affected } = await manager.update(Report, { id, state: 'draft' }, { period: () => 'period' });
  const report = await demandReport(manager, id);
  if (affected !== 1) throw new Fault('REPORT.PRESENTED');
  return report;
}

/** The frozen content of a presented report. */
export const frozenContent = ({ content }: Report): ReportContent | null =>
  content === null ? null : JSON.parse(content);
