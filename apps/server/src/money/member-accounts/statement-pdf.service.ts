import { Inject, Injectable } from '@nestjs/common';
import type { ClientOnPaper } from '@pandafab/domain';
import { type Clock, Fault, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Member, MemberBillingIdentity, MemberContact } from '../../people/members/member.entity';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { sellerOnPaper } from '../documents/compose/parties';
import { frenchDay } from '../kit/french';
import { type Day, parisDay } from '../kit/paris';
import { euros } from '../rendering/pdf/figures';
import { renderStatement, transferSentence } from '../rendering/render-statement';
import { LogosService } from '../seller/logos.service';
import { sellerOn } from '../seller/seller.service';
import { AccountViews } from './account-views.service';
import { ENTRY_WORDS } from './statement';

/** The statement of a member's account as PDF. */
@Injectable()
export class MemberStatementPdf {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly views: AccountViews,
    private readonly logos: LogosService,
  ) {}

  /**
   * @param reference of the account
   * @param from the first day; from the first entry if absent
   * @throws Fault MEMBER.UNKNOWN, BILLING.SELLER_MISSING
   */
  async render(memberId: MemberId, reference: string | null, from?: Day): Promise<Buffer> {
    const { manager } = this.database;
    const day = parisDay(this.clock.now());
    const { settings } = await sellerOn(manager, day);
    const holder = await holderOf(manager, memberId);
    const all = await this.views.allEntries(memberId);
    const shown = all.filter(({ bookedOn }) => from === undefined || bookedOn >= from);
    const closingCents = all.at(-1)?.balanceCents ?? 0;
    const [first] = shown;
    const seller = sellerOnPaper(settings);
    return renderStatement({
      ...{ seller, holder, day, from: from ?? null, to: day, closingCents, open: [] },
      openingCents: first ? first.balanceCents - first.cents : closingCents,
      rows: shown.map(({ bookedOn, kind, cents, balanceCents, print, reason }) => ({
        ...{ day: bookedOn, balanceCents },
        label: [ENTRY_WORDS[kind].fr, print?.fileName ?? reason].filter(Boolean).join(' · '),
        ...{ debitCents: Math.max(-cents, 0), creditCents: Math.max(cents, 0) },
      })),
      sentences: [balanceSentence(closingCents, day), ...transferSentence(seller, -closingCents, reference)],
      logo: await this.logos.bytes(settings.logoSha256),
    });
  }
}

/** The name and address of invoices; a member who gave none has the name of the record, and no address. */
async function holderOf(manager: EntityManager, memberId: MemberId): Promise<ClientOnPaper> {
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
  const identity = await manager.findOneBy(MemberBillingIdentity, { memberId });
  const contact = await manager.findOneBy(MemberContact, { memberId });
  const { addressLine = '', postcode = '', city = '', countryCode = 'FR' } = identity ?? {};
  return {
    ...{ kind: 'person', name: identity?.name || (contact?.displayName ?? ''), contactName: null },
    ...{ addressLine, postcode, city, countryCode },
    ...{ siren: null, siret: null, vatNumber: null, email: null, serviceCode: null },
  };
}

const balanceSentence = (cents: number, day: Day): string =>
  cents < 0
    ? `Reste à payer au ${frenchDay(day)} : ${euros(-cents)}.`
    : `Disponible sur votre compte au ${frenchDay(day)} : ${euros(cents)}.`;
