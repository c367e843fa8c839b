import {
  type Coverage,
  coverageOf,
  type PaidBy,
  type QuotaMeasure,
  type SettlementPolicy,
} from '@pandafab/domain';
import { cents, type Instant, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import { Organisation } from '../../people/organisations/organisation.entity';
import type { Estimate } from '../pricing/usage-record.dto';
import { sumsOf } from './account-sums';
import type { Payer } from './payer';
import { priceOfCopies } from './price-of-copies';
import { policyOf } from './settings-in-force';

/** A submission, as far as its payment goes. */
export interface PrintToPay {
  readonly whose: PaidBy;
  readonly labId: LabId;
  readonly estimate: Estimate | null;
  readonly copies: number;
  readonly at: Instant;
}

/** Who pays for a submission, and what the account that pays covers. */
export interface PaymentOfPrint {
  readonly payer: Payer['kind'];
  /** Of the organisation, or of another member whose account pays. */
  readonly payerName: string | null;
  /** Of all copies; null where no account pays, or without a price. */
  readonly coverage: (Coverage & { readonly free: FreeOfCopies | null }) | null;
  /** What the lab charges for runs that end otherwise; null where no account pays. */
  readonly policy: SettlementPolicy | null;
}

/** What the copies take of the free use of the month. */
interface FreeOfCopies {
  readonly measure: QuotaMeasure;
  readonly amount: number;
  readonly freeCents: number;
}

/** Computed as `reserve` does, without locking anything. */
export async function paymentOfPrint(
  manager: EntityManager,
  payer: Payer,
  print: PrintToPay,
): Promise<PaymentOfPrint> {
  const payerName = await nameOf(manager, payer, print.whose.memberId);
  if (payer.kind !== 'account') return { payer: payer.kind, payerName, coverage: null, policy: null };
  const coverage = print.estimate
    ? await coverageOfPrint(manager, payer.memberId, print, print.estimate)
    : null;
  return { payer: 'account', payerName, coverage, policy: await policyOf(manager, print.labId) };
}

async function coverageOfPrint(
  manager: EntityManager,
  memberId: MemberId,
  { whose: { groupId }, copies, at }: PrintToPay,
  estimate: Estimate,
) {
  const prices = await priceOfCopies(manager, { memberId, groupId, at }, estimate, copies);
  const needed = prices.reduce((sum, { neededCents }) => sum + neededCents, 0);
  const coverage = coverageOf((await sumsOf(manager, [memberId]))(memberId), cents(needed));
  return { ...coverage, free: freeOf(prices) };
}

function freeOf(prices: Awaited<ReturnType<typeof priceOfCopies>>): FreeOfCopies | null {
  const measure = prices[0]?.measure;
  if (!measure) return null;
  const sum = (of: (each: (typeof prices)[number]) => number) =>
    prices.reduce((all, each) => all + of(each), 0);
  return { measure, amount: sum(({ free }) => free.amount), freeCents: sum(({ free }) => free.freeCents) };
}

async function nameOf(manager: EntityManager, payer: Payer, own: MemberId): Promise<string | null> {
  if (payer.kind === 'organisation')
    return (await manager.findOneByOrFail(Organisation, { id: payer.organisationId })).name;
  if (payer.kind !== 'account' || payer.memberId === own) return null;
  const contact = await manager.findOneBy(MemberContact, { memberId: payer.memberId });
  return contact?.displayName ?? null;
}
