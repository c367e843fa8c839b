import { Injectable } from '@nestjs/common';
import { type AccountId, type BankLineId, Fault, type Language } from '@pandafab/shared';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import { putIntoWords } from '../../platform/http/words';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PaymentBook } from '../payments/payment-book.service';
import { BankLine } from './bank.entities';
import { claimLine } from './claim-line';
import type { AcceptLineDto, FailedView, LineView, ProposalView } from './lines.dto';
import { LinesService } from './lines.service';
import { ProposalsService } from './proposals.service';
import { textOf } from './read/statement';
import { type MemberMoved, TopUps } from './top-ups';

type Decision = Pick<AcceptLineDto, 'organisationId' | 'memberId' | 'parts' | 'means'>;

const MOST_REFERENCE = 140;

/** Turns bank lines into payments. */
@Injectable()
export class BookingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentBook,
    private readonly topUps: TopUps,
    private readonly lines: LinesService,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * Books a line as its reader decides.
   * @throws Fault as `claimLine`; ORGANISATION.UNKNOWN, MEMBER.UNKNOWN, and those of `PaymentBook.record`
   */
  accept(by: AccountId, id: BankLineId, decision: Decision): Promise<LineView> {
    return this.unitOfWork.run(async (unit) => {
      await this.book(unit, by, id, decision);
      return this.lines.viewOne(unit.manager, id);
    });
  }

  /**
   * Books those of these lines whose proposals are sure, each on its own: what cannot be booked is told, and the others
   * are booked all the same.
   */
  async acceptSure(by: AccountId, ids: readonly BankLineId[], language: Language) {
    const { items } = await this.proposals.proposals();
    const sure = new Map(
      items.filter(({ confidence }) => confidence === 'sure').map((each) => [each.lineId, each]),
    );
    const failed: FailedView[] = [];
    for (const id of new Set(ids)) {
      const fault = await this.tryToBook(by, id, sure.get(id));
      if (fault) failed.push({ lineId: id, ...inWords(fault, language) });
    }
    return { booked: new Set(ids).size - failed.length, failed };
  }

  /** A fault about this line; other errors end the request. */
  private async tryToBook(
    by: AccountId,
    id: BankLineId,
    proposal: ProposalView | undefined,
  ): Promise<Fault | undefined> {
    try {
      await this.unitOfWork.run(async (unit) => {
        await claimLine(unit, id);
        if (!proposal) throw new Fault('BANK.LINE_NOT_SURE');
        await this.book(unit, by, id, decisionOf(proposal));
      });
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }

  private async book(unit: Unit, by: AccountId, id: BankLineId, decision: Decision): Promise<void> {
    const line = await claimLine(unit, id);
    const { payment } = await this.record(unit, by, line, decision);
    const booked = { state: 'booked', paymentId: payment.id, bookings: line.bookings + 1 } as const;
    await unit.manager.update(BankLine, { id }, booked);
    const after = { payment: payment.number };
    await audit(unit, { action: 'bank.line-booked', subject: ['bank-line', id], after });
  }

  private async record(
    unit: Unit,
    by: AccountId,
    line: BankLine,
    { organisationId, memberId, parts, means }: Decision,
  ) {
    const moved = movedOf(line, means);
    if (memberId) return this.topUps.topUp(unit, by, { ...moved, owner: { memberId } });
    const client = organisationId && (await unit.manager.findOneBy(Organisation, { id: organisationId }));
    if (!client) throw new Fault('ORGANISATION.UNKNOWN');
    const owner = { organisationId: client.id };
    return this.payments.record(unit, by, { ...moved, owner, payer: moved.payer ?? client.name }, parts);
  }
}

const decisionOf = ({ organisationId, memberId, parts }: ProposalView): Decision => ({
  ...{ organisationId, memberId, means: 'transfer' },
  parts: parts.map(({ document, cents }) => ({ documentId: document.id, cents })),
});

/** A line that is booked again after its payment was undone needs another key: the first one is used up. */
function movedOf(
  { fingerprint, bookings, cents, day, name, text, reference }: BankLine,
  means: Decision['means'],
): Omit<MemberMoved, 'owner'> {
  const key = `bank:${fingerprint}${bookings === 0 ? '' : `:${bookings}`}`;
  const said = textOf(reference ?? text, MOST_REFERENCE);
  return { cents, paidOn: day, means, payer: name, reference: said, note: null, labId: null, key };
}

function inWords({ code, details }: Fault, language: Language) {
  const words = putIntoWords({ code, details }, language);
  return { code, details: { ...details }, what: words?.what ?? code, cure: words?.cure ?? '' };
}
