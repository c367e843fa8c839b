import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Search } from '../api/fields';
import { CLOCK } from '../config';
import { Lab } from '../labs/lab.entity';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Account } from './account.entity';
import { Member } from './member.entity';

export type MemberWithAccount = Member & { account: Account | null };

export interface MemberFields {
  readonly displayName: string;
  readonly category: string;
  readonly residencyValidUntil: number | null;
  readonly homeLabId: LabId | null;
}

/** The people the network serves. */
@Injectable()
export class MembersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** By name; `search` finds words of the name or of the e-mail address. */
  async list({ limit, offset, search }: Search) {
    const query = this.withAccounts().orderBy('member.displayName').addOrderBy('member.id');
    if (search) {
      const found = `LOWER(member.displayName) LIKE :words ESCAPE '\\' OR account.email LIKE :words ESCAPE '\\'`;
      query.where(found, { words: containing(search) });
    }
    const [items, total] = await query.offset(offset).limit(limit).getManyAndCount();
    return { items: items as MemberWithAccount[], total };
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async get(id: MemberId): Promise<MemberWithAccount> {
    const member = await this.withAccounts().where('member.id = :id', { id }).getOne();
    if (!member) throw new Fault('MEMBER.UNKNOWN');
    return member as MemberWithAccount;
  }

  /** @throws Fault MEMBER.UNKNOWN_LAB. */
  create(fields: MemberFields): Promise<Member> {
    return this.unitOfWork.run(async (manager) => {
      await demandLab(manager, fields.homeLabId);
      return this.insert(manager, fields);
    });
  }

  /** For a caller with more to write in the same unit of work. */
  async insert(manager: EntityManager, fields: MemberFields): Promise<Member> {
    const member: Member = { ...fields, id: newId<MemberId>(), createdAt: this.clock.now() };
    await manager.insert(Member, member);
    return member;
  }

  /** Changes what is given. @throws Fault MEMBER.UNKNOWN or MEMBER.UNKNOWN_LAB. */
  async change(id: MemberId, changes: Partial<MemberFields>): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Member, { id }))) throw new Fault('MEMBER.UNKNOWN');
      await demandLab(manager, changes.homeLabId);
      if (Object.keys(changes).length > 0) await manager.update(Member, { id }, changes);
    });
  }

  private withAccounts(): SelectQueryBuilder<Member> {
    return this.read
      .of(Member)
      .createQueryBuilder('member')
      .leftJoinAndMapOne('member.account', Account, 'account', 'account.memberId = member.id');
  }
}

async function demandLab(manager: EntityManager, labId: LabId | null | undefined): Promise<void> {
  if (labId && !(await manager.existsBy(Lab, { id: labId }))) throw new Fault('MEMBER.UNKNOWN_LAB');
}
