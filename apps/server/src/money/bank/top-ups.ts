import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Member } from '../../people/members/member.entity';
import { Registry } from '../../platform/kit/registry';
import type { Unit } from '../../platform/persistence/unit';
import type { Booked, MoneyMoved } from '../payments/payment-book.service';

/** A member's account, as bank lines find it. */
export interface MemberReference {
  readonly memberId: MemberId;
  /** What its owner writes on a transfer, such as PF-7K2M4Q. */
  readonly reference: string;
  readonly name: string;
}

/** Money of a member that a bank line says came in; without a payer it is the member. */
export type MemberMoved = Omit<MoneyMoved, 'owner' | 'payer'> & {
  readonly owner: { readonly memberId: MemberId };
  readonly payer: string | null;
};

export interface TopUpMaker {
  /** The accounts that can be topped up. */
  readonly references: (manager: EntityManager) => Promise<readonly MemberReference[]>;
  /** Records the payment and the money on the account. A repetition with the same key books nothing twice. */
  readonly topUp: (unit: Unit, by: AccountId, moved: MemberMoved) => Promise<Booked>;
}

/** How bank lines top up the accounts of members. The folder of these accounts registers itself here. */
@Injectable()
export class TopUps {
  private readonly makers = new Registry<'members', TopUpMaker>('top-ups of');

  /** @throws Error when another one is registered already */
  register(maker: TopUpMaker): void {
    this.makers.register('members', maker);
  }

  /** None where no folder has accounts of members. */
  async references(manager: EntityManager): Promise<readonly MemberReference[]> {
    return this.makers.has('members') ? this.makers.get('members').references(manager) : [];
  }

  /** @throws Fault MEMBER.UNKNOWN, and those of the accounts */
  async topUp(unit: Unit, by: AccountId, moved: MemberMoved): Promise<Booked> {
    if (!(await unit.manager.existsBy(Member, { id: moved.owner.memberId })))
      throw new Fault('MEMBER.UNKNOWN');
    return this.makers.get('members').topUp(unit, by, moved);
  }
}
