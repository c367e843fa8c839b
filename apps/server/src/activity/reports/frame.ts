import type { IndicatorCode } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { demandConvention } from '../conventions/find-convention';
import { readObjectives } from '../conventions/read-convention';
import type { ReportFrame } from './compute-content';
import type { Report } from './report.entities';
import type { ReportContent } from './report-content.dto';

/**
 * The frame of a draft: the agreement as it is now. The targets are those of the network; a lab has none.
 */
export async function frameOf(
  manager: EntityManager,
  { conventionId, labId, period }: Pick<Report, 'conventionId' | 'labId' | 'period'>,
): Promise<ReportFrame> {
  const { id, title, parties, startsOn, endsOn } = await demandConvention(manager, conventionId);
  const lab = labId === null ? null : await manager.findOneByOrFail(Lab, { id: labId });
  const objectives = await readObjectives(manager, conventionId);
  return {
    convention: { id, title, parties: [...parties], startsOn, endsOn },
    lab: lab && { id: lab.id, name: lab.name },
    period,
    objectives: objectives.map(({ indicators, ...objective }) => ({
      ...objective,
      figures: indicators.map(({ id: indicatorId, indicator, parameters, targets }) => ({
        ...{ id: indicatorId, indicator: indicator as IndicatorCode, parameters },
        target: labId === null ? (targets.find((each) => each.period === period)?.target ?? null) : null,
      })),
    })),
  };
}

/** The frame of a presented report, to compute the same figures again. */
export const frameOfContent = ({ convention, lab, period, objectives }: ReportContent): ReportFrame => ({
  ...{ convention, lab, period },
  objectives: objectives.map(({ id, title, quotation, figures }) => ({
    ...{ id, title, quotation },
    figures: figures.map(({ id: own, indicator, parameters, target }) => ({
      ...{ id: own ?? '', indicator, parameters, target },
    })),
  })),
});
