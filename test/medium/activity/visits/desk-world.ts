import type { LabId, MemberId } from '@pandafab/shared';
import { newId } from '@pandafab/shared';
import type { Answer, TestAccount, TestDatabase } from '@pandafab/testing';
import { MemberContact } from '../../../../apps/server/src/people/members/member.entity';
import { BillingWorld } from '../../fixtures/billing-world';

export interface VisitAnswer {
  readonly id: string;
  readonly at: string;
  readonly day: string;
  readonly memberName: string | null;
  readonly alreadyToday: boolean;
  readonly undoneAt: string | null;
  readonly code?: string;
}
export interface OpeningAnswer {
  readonly id: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closedByServer: boolean;
  readonly note: string | null;
  readonly version: number;
  readonly code?: string;
}
export interface DayAnswer {
  readonly day: string;
  readonly visits: number;
  readonly people: number;
  readonly byPublic: { public: string; people: number }[];
  readonly byPurpose: { purpose: string; people: number }[];
  readonly opening: OpeningAnswer | null;
  readonly items: VisitAnswer[];
}

/** A lab in Dijon with a trainer and a manager at its desk. Each test has a day of its own. */
export class DeskWorld {
  private constructor(
    readonly billing: BillingWorld,
    readonly labId: LabId,
    readonly trainer: TestAccount,
    readonly manager: TestAccount,
  ) {}

  static async open(database: TestDatabase): Promise<DeskWorld> {
    const billing = await BillingWorld.open(database);
    const { labId } = billing.place;
    const { server } = billing;
    const trainer = await server.accountWith({ role: 'trainer', labId });
    return new DeskWorld(billing, labId, trainer, await server.accountWith({ role: 'manager', labId }));
  }

  get server() {
    return this.billing.server;
  }

  /** @param text such as `2026-11-24T09:00` in UTC */
  setTime(text: string): void {
    this.billing.date.now = Date.parse(`${text}:00Z`);
  }

  visit = (change: object = {}, by = this.trainer): Promise<Answer<VisitAnswer>> =>
    by.client.post<VisitAnswer>(`/api/v1/labs/${this.labId}/visits`, {
      ...{ key: newId<string>(), public: 'adult', purpose: 'make' },
      ...change,
    });

  undo = (id: string, by = this.trainer) =>
    by.client.delete<{ code?: string } | undefined>(`/api/v1/labs/${this.labId}/visits/${id}`);

  day = async (day?: string): Promise<DayAnswer> =>
    (await this.trainer.client.get<DayAnswer>(`/api/v1/labs/${this.labId}/visits${day ? `?day=${day}` : ''}`))
      .body;

  open = (change: object = {}) =>
    this.trainer.client.post<OpeningAnswer>(`/api/v1/labs/${this.labId}/openings`, {
      key: newId<string>(),
      ...change,
    });

  close = (id: string, change: object = {}) =>
    this.trainer.client.post<OpeningAnswer>(`/api/v1/labs/${this.labId}/openings/${id}/close`, change);

  /** A member with a name, and a card. */
  async member(displayName: string, category = 'resident'): Promise<{ id: MemberId; cardCode: string }> {
    const id = await this.billing.member(category);
    const contact = { memberId: id, displayName, email: null, phone: null };
    await this.billing.write(({ manager }) => manager.insert(MemberContact, contact));
    const card = await this.manager.client.post<{ code: string }>(`/api/v1/members/${id}/cards`, {});
    return { id, cardCode: card.body.code };
  }
}
