import { isPeriodOver } from '@pandafab/domain';
import { type EntityManager, In } from 'typeorm';
import { namesOfAccounts } from '../../money/prestations/staff-names';
import { Lab } from '../../network/labs/lab.entity';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { Convention } from '../conventions/convention.entities';
import type { Report } from './report.entities';
import type { ReportSummary } from './reports.dto';

/** Reports as lists show them, with the names behind their ids. @param today in Europe/Paris */
export async function summariesOf(
  manager: EntityManager,
  reports: readonly Report[],
  today: string,
): Promise<ReportSummary[]> {
  const conventions = await manager.findBy(Convention, {
    id: In(reports.map(({ conventionId }) => conventionId)),
  });
  const labs = await manager.findBy(Lab, { id: In(reports.flatMap(({ labId }) => labId ?? [])) });
  const people = await namesOfAccounts(
    manager,
    reports.flatMap(({ presentedBy }) => presentedBy ?? []),
  );
  return reports.map((report) => {
    const { id, conventionId, labId, period, state, contentHash, presentedBy } = report;
    return {
      ...{ id, conventionId, labId, period, state, contentHash },
      conventionTitle: conventions.find((each) => each.id === conventionId)?.title ?? '',
      labName: labs.find((each) => each.id === labId)?.name ?? null,
      isOver: isPeriodOver(period, today),
      createdAt: toIso(report.createdAt),
      presentedAt: toIsoOrNull(report.presentedAt),
      presentedBy: presentedBy === null ? null : (people.get(presentedBy) ?? null),
    };
  });
}
