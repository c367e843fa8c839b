import { periodsWithin } from '@pandafab/domain';
import type { ConventionId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import {
  type Convention,
  ConventionObjective,
  IndicatorTarget,
  ObjectiveIndicator,
  SubsidyInstalment,
} from './convention.entities';
import type { ConventionDetail, ConventionSummary } from './conventions.dto';

type Objectives = ConventionDetail['objectives'];

const IN_ORDER = { position: 'ASC', id: 'ASC' } as const;

/** The objectives of a convention in their order, with indicators and targets. */
export async function readObjectives(
  manager: EntityManager,
  conventionId: ConventionId,
): Promise<Objectives> {
  const objectives = await manager.find(ConventionObjective, { where: { conventionId }, order: IN_ORDER });
  const indicators = await manager.find(ObjectiveIndicator, {
    where: { objectiveId: In(objectives.map(({ id }) => id)) },
    order: IN_ORDER,
  });
  const targets = await manager.find(IndicatorTarget, {
    where: { objectiveIndicatorId: In(indicators.map(({ id }) => id)) },
    order: { period: 'ASC' },
  });
  return objectives.map(({ id, title, quotation }) => ({
    ...{ id, title, quotation },
    indicators: indicators
      .filter(({ objectiveId }) => objectiveId === id)
      .map(({ id: indicatorId, indicator, parameters }) => ({
        ...{ id: indicatorId, indicator: indicator as never, parameters: { ...parameters } },
        targets: targets
          .filter(({ objectiveIndicatorId }) => objectiveIndicatorId === indicatorId)
          .map(({ period, target }) => ({ period, target })),
      })),
  }));
}

export const readAllInstalments = (
  manager: EntityManager,
  conventionId: ConventionId,
): Promise<SubsidyInstalment[]> =>
  manager.find(SubsidyInstalment, { where: { conventionId }, order: { dueOn: 'ASC', id: 'ASC' } });

/** A convention as lists show it. */
export async function summaryOf(manager: EntityManager, convention: Convention): Promise<ConventionSummary> {
  const { id, title, parties, startsOn, endsOn, version, createdAt } = convention;
  const instalments = await readAllInstalments(manager, id);
  const sum = (of: readonly SubsidyInstalment[]) => of.reduce((total, { cents }) => total + cents, 0);
  return {
    ...{ id, title, parties: [...parties], startsOn, endsOn, version, createdAt: toIso(createdAt) },
    subsidyCents: sum(instalments),
    receivedCents: sum(instalments.filter(({ receivedOn }) => receivedOn !== null)),
    objectiveCount: await manager.countBy(ConventionObjective, { conventionId: id }),
  };
}

/** A convention with all that belongs to it, except its costs. */
export async function detailOf(manager: EntityManager, convention: Convention): Promise<ConventionDetail> {
  const { id, startsOn, endsOn } = convention;
  const instalments = await readAllInstalments(manager, id);
  return {
    ...(await summaryOf(manager, convention)),
    objectives: await readObjectives(manager, id),
    instalments: instalments.map(({ conventionId: _, ...instalment }) => instalment),
    periods: periodsWithin({ from: startsOn, until: endsOn }),
  };
}
