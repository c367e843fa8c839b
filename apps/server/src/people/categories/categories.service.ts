import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault } from '@pandafab/shared';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { audit, difference } from '../../audit/audit';
import { CLOCK } from '../../config';
import { ReadDatabase } from '../../persistence/read-database';
import { isUniqueViolation } from '../../persistence/unique-violation';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { MemberCategory } from '../member-category.entity';

export type CategoryFields = Omit<MemberCategory, 'code' | 'retiredAt'>;

/** What members and groups of whom nothing else is said are. */
const DEFAULT_CATEGORY = 'non-resident';

/** What members may be registered as. */
@Injectable()
export class CategoriesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** In their order, retired ones too. */
  list(): Promise<MemberCategory[]> {
    return this.read.of(MemberCategory).find({ order: { position: 'ASC', code: 'ASC' } });
  }

  /** @throws Fault CATEGORY.TAKEN {code}. */
  async create(fields: CategoryFields & { code: string }): Promise<MemberCategory> {
    const category: MemberCategory = { ...fields, retiredAt: null };
    const { code, ...after } = fields;
    const write = async (manager: EntityManager) => {
      await manager.insert(MemberCategory, category);
      await audit(manager, this.clock, { action: 'category.made', subject: ['category', code], after });
    };
    await this.unitOfWork.run(write).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Fault('CATEGORY.TAKEN', { code }) : error;
    });
    return category;
  }

  /** Changes what is given; another tariff prices what is printed from then on. @throws Fault CATEGORY.UNKNOWN {code}. */
  change(code: string, changes: Partial<CategoryFields>): Promise<MemberCategory> {
    return this.unitOfWork.run(async (manager) => {
      const category = await find(manager, code);
      const changed = difference(category, changes);
      if (!changed) return category;
      await manager.update(MemberCategory, { code }, changes);
      await audit(manager, this.clock, {
        action: 'category.changed',
        subject: ['category', code],
        ...changed,
      });
      return find(manager, code);
    });
  }

  /** Doing it twice changes nothing. @throws Fault CATEGORY.UNKNOWN {code}, CATEGORY.DEFAULT {code}. */
  setRetired(code: string, retired: boolean): Promise<MemberCategory> {
    return this.unitOfWork.run(async (manager) => {
      await find(manager, code);
      if (retired && code === DEFAULT_CATEGORY) throw new Fault('CATEGORY.DEFAULT', { code });
      const was = { code, retiredAt: retired ? IsNull() : Not(IsNull()) };
      const retiredAt = retired ? this.clock.now() : null;
      const { affected } = await manager.update(MemberCategory, was, { retiredAt });
      const action = retired ? 'category.retired' : 'category.restored';
      if (affected) await audit(manager, this.clock, { action, subject: ['category', code] });
      return find(manager, code);
    });
  }
}

async function find(manager: EntityManager, code: string): Promise<MemberCategory> {
  const category = await manager.findOneBy(MemberCategory, { code });
  if (!category) throw new Fault('CATEGORY.UNKNOWN', { code });
  return category;
}
