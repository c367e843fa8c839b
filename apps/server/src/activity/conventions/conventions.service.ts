import { Injectable } from '@nestjs/common';
import { CONVENTION_MODEL, INDICATORS } from '@pandafab/domain';
import { type AccountId, type ConventionId, Fault, newId } from '@pandafab/shared';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Convention, ConventionCost, SubsidyInstalment } from './convention.entities';
import { ConventionHolds } from './convention-holds';
import type {
  ConventionDetail,
  ConventionHeadingDto,
  ConventionListDto,
  IndicatorListDto,
  InstalmentInput,
  NewConventionDto,
  ObjectiveInput,
} from './conventions.dto';
import { demandConvention, lockConvention, takeConvention } from './find-convention';
import { detailOf, summaryOf } from './read-convention';
import { remove, saveObjectives } from './save-objectives';

const modelObjectives = (): ObjectiveInput[] =>
  CONVENTION_MODEL.map(({ title, quotation, indicators }) => ({
    ...{ title, quotation },
    indicators: indicators.map(({ indicator, parameters }) => ({
      ...{ indicator, parameters: { ...parameters }, targets: [] },
    })),
  }));

/** Agreements with a city and the State: what they aim at, and what they pay. */
@Injectable()
export class ConventionsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly holds: ConventionHolds,
  ) {}

  /** The latest first. */
  async list(): Promise<ConventionListDto> {
    const { manager } = this.database;
    const found = await manager.find(Convention, { order: { startsOn: 'DESC', id: 'DESC' } });
    const items = [];
    for (const convention of found) items.push(await summaryOf(manager, convention));
    return { items, total: items.length };
  }

  /** @throws Fault CONVENTION.UNKNOWN */
  async get(id: ConventionId): Promise<ConventionDetail> {
    const { manager } = this.database;
    return detailOf(manager, await demandConvention(manager, id));
  }

  /** The indicators that a convention can use. */
  indicators(): IndicatorListDto {
    const items = INDICATORS.map(({ name, isOfNetwork = false, parameters, ...rest }) => ({
      ...{ ...rest, parameters: [...parameters], isOfNetwork, nameFr: name.fr, nameEn: name.en },
    }));
    return { items, total: items.length };
  }

  create(by: AccountId, { fromModel, ...heading }: NewConventionDto): Promise<ConventionDetail> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const id = newId<ConventionId>();
      const convention: Convention = { id, ...heading, version: 1, createdBy: by, createdAt };
      await manager.insert(Convention, convention);
      if (fromModel) await saveObjectives(unit, id, modelObjectives());
      await audit(unit, {
        ...{ action: 'convention.added', subject: ['convention', id], after: { ...heading, fromModel } },
      });
      return detailOf(manager, convention);
    });
  }

  /** @throws Fault CONVENTION.UNKNOWN, CONVENTION.CHANGED */
  change(id: ConventionId, { version, ...heading }: ConventionHeadingDto): Promise<ConventionDetail> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const convention = await takeConvention(unit, id, version);
      const changed = difference(convention, heading);
      if (changed) {
        await manager.update(Convention, { id }, heading);
        await audit(unit, { action: 'convention.changed', subject: ['convention', id], ...changed });
      }
      return detailOf(manager, { ...convention, ...heading });
    });
  }

  /**
   * @throws Fault CONVENTION.UNKNOWN, CONVENTION.CHANGED, CONVENTION.INDICATOR_UNFIT {indicator, parameter},
   * CONVENTION.VALUE_UNFIT {parameter, value, values}
   */
  setObjectives(
    id: ConventionId,
    version: number,
    objectives: readonly ObjectiveInput[],
  ): Promise<ConventionDetail> {
    return this.unitOfWork.run(async (unit) => {
      const convention = await takeConvention(unit, id, version);
      const before = (await detailOf(unit.manager, convention)).objectives;
      await saveObjectives(unit, id, objectives);
      const detail = await detailOf(unit.manager, convention);
      await audit(unit, {
        ...{ action: 'convention.objectives-changed', subject: ['convention', id] },
        before: { objectives: before },
        after: { objectives: detail.objectives },
      });
      return detail;
    });
  }

  /** Replaces the instalments of the subsidy. @throws Fault CONVENTION.UNKNOWN, CONVENTION.CHANGED */
  setInstalments(
    id: ConventionId,
    version: number,
    instalments: readonly InstalmentInput[],
  ): Promise<ConventionDetail> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const convention = await takeConvention(unit, id, version);
      const before = (await detailOf(manager, convention)).instalments;
      const known = new Set(before.map((each) => each.id));
      await manager.delete(SubsidyInstalment, { conventionId: id });
      for (const { id: given, ...fields } of instalments) {
        const own = given !== undefined && known.delete(given) ? given : newId<string>();
        await manager.insert(SubsidyInstalment, { id: own, conventionId: id, ...fields });
      }
      const detail = await detailOf(manager, convention);
      await audit(unit, {
        ...{ action: 'convention.instalments-changed', subject: ['convention', id] },
        before: { instalments: before },
        after: { instalments: detail.instalments },
      });
      return detail;
    });
  }

  /**
   * Deletes a convention that was added by mistake, with its objectives, instalments and costs.
   * @throws Fault CONVENTION.UNKNOWN, CONVENTION.HAS_REPORTS
   */
  delete(id: ConventionId): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const { title } = await lockConvention(unit, id);
      if (await this.holds.hold(manager, id)) throw new Fault('CONVENTION.HAS_REPORTS');
      await remove(manager, id);
      for (const table of [SubsidyInstalment, ConventionCost])
        await manager.delete(table, { conventionId: id });
      await manager.delete(Convention, { id });
      await audit(unit, {
        ...{ action: 'convention.deleted', subject: ['convention', id], before: { title } },
      });
    });
  }
}
