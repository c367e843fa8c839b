import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { MemberCategory } from './member-category.entity';

export type CategoryFields = Omit<MemberCategory, 'code' | 'retiredAt'>;

/** The category of new members and groups if none is given. */
const DEFAULT_CATEGORY = 'non-resident';

/** The categories of members. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** In their order, including retired ones. */
  list(): Promise<MemberCategory[]> {
    return this.read.of(MemberCategory).find({ order: { position: 'ASC', code: 'ASC' } });
  }

  /** @throws Fault CATEGORY.TAKEN {code}. */
  async create(fields: CategoryFields & { code: string }): Promise<MemberCategory> {
    const category: MemberCategory = { ...fields, retiredAt: null };
    const { code, ...after } = fields;
    const write = async (unit: Unit) => {
      await unit.manager.insert(MemberCategory, category);
      await audit(unit, { action: 'category.made', subject: ['category', code], after });
    };
    await this.unitOfWork.run(write).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Fault('CATEGORY.TAKEN', { code }) : error;
    });
    return category;
  }

  /** Changes the given fields; a new tariff group applies to later prints. @throws Fault CATEGORY.UNKNOWN {code}. */
  change(code: string, changes: Partial<CategoryFields>): Promise<MemberCategory> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const category = await find(manager, code);
      const changed = difference(category, changes);
      if (!changed) return category;
      await manager.update(MemberCategory, { code }, changes);
      await audit(unit, {
        action: 'category.changed',
        subject: ['category', code],
        ...changed,
      });
      return find(manager, code);
    });
  }

  /** Idempotent. @throws Fault CATEGORY.UNKNOWN {code}, CATEGORY.DEFAULT {code}. */
  setRetired(code: string, retired: boolean): Promise<MemberCategory> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      await find(manager, code);
      if (retired && code === DEFAULT_CATEGORY) throw new Fault('CATEGORY.DEFAULT', { code });
      const was = { code, retiredAt: retired ? IsNull() : Not(IsNull()) };
      const retiredAt = retired ? now : null;
      const { affected } = await manager.update(MemberCategory, was, { retiredAt });
      const action = retired ? 'category.retired' : 'category.restored';
      if (affected) await audit(unit, { action, subject: ['category', code] });
      return find(manager, code);
    });
  }
}

async function find(manager: EntityManager, code: string): Promise<MemberCategory> {
  const category = await manager.findOneBy(MemberCategory, { code });
  if (!category) throw new Fault('CATEGORY.UNKNOWN', { code });
  return category;
}
