import { type IndicatorCode, unfitParameter, unfitValue } from '@pandafab/domain';
import { type ConventionId, Fault, newId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { ConventionObjective, IndicatorTarget, ObjectiveIndicator } from './convention.entities';
import type { ObjectiveInput } from './conventions.dto';

interface Kept {
  readonly objectives: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

/**
 * Replaces the objectives of a convention. Objectives and indicators that are named by their ids keep them, so that
 * the comments of drafts stay with them.
 * @throws Fault CONVENTION.INDICATOR_UNFIT {indicator, parameter}, CONVENTION.VALUE_UNFIT {parameter, value, values}
 */
export async function saveObjectives(
  { manager }: Unit,
  conventionId: ConventionId,
  objectives: readonly ObjectiveInput[],
): Promise<void> {
  demandFit(objectives);
  const kept = await remove(manager, conventionId);
  const taken = new Set<string>();
  const idOf = (given: string | undefined, known: ReadonlySet<string>): string => {
    const id = given !== undefined && known.has(given) && !taken.has(given) ? given : newId<string>();
    taken.add(id);
    return id;
  };
  for (const [position, { id: given, title, quotation, indicators }] of objectives.entries()) {
    const objectiveId = idOf(given, kept.objectives);
    await manager.insert(ConventionObjective, {
      ...{ id: objectiveId, conventionId, position, title, quotation },
    });
    for (const [at, { id: own, indicator, parameters, targets }] of indicators.entries()) {
      const id = idOf(own, kept.indicators);
      await manager.insert(ObjectiveIndicator, { id, objectiveId, position: at, indicator, parameters });
      const rows = targets.map((target) => ({
        ...{ id: newId<string>(), objectiveIndicatorId: id, ...target },
      }));
      if (rows.length > 0) await manager.insert(IndicatorTarget, rows);
    }
  }
}

function demandFit(objectives: readonly ObjectiveInput[]): void {
  for (const { indicators } of objectives)
    for (const { indicator, parameters } of indicators) {
      const parameter = unfitParameter(indicator as IndicatorCode, parameters);
      if (parameter !== undefined) throw new Fault('CONVENTION.INDICATOR_UNFIT', { indicator, parameter });
      const unfit = unfitValue(parameters);
      if (unfit) throw new Fault('CONVENTION.VALUE_UNFIT', unfit);
    }
}

/** Removes all objectives, with what belongs to them. Returns the ids that were there. */
export async function remove(manager: EntityManager, conventionId: ConventionId): Promise<Kept> {
  const objectives = (await manager.findBy(ConventionObjective, { conventionId })).map(({ id }) => id);
  const found = await manager.findBy(ObjectiveIndicator, { objectiveId: In(objectives) });
  const indicators = found.map(({ id }) => id);
  if (indicators.length > 0) {
    await manager.delete(IndicatorTarget, { objectiveIndicatorId: In(indicators) });
    await manager.delete(ObjectiveIndicator, { id: In(indicators) });
  }
  await manager.delete(ConventionObjective, { conventionId });
  return { objectives: new Set(objectives), indicators: new Set(indicators) };
}
