import type { MemberId } from '@pandafab/shared';
import { pick, type Random } from '../bench/queue/random';
import type { Act } from './acts';
import type { City, Payment } from './city';
import { sum } from './recount/arithmetic';

const wholeBetween = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1));

/** The money that a member paid in and that no invoice used. */
const paidIn = (city: City, member: MemberId): number =>
  sum(city.facts.payments.filter(({ owner }) => owner === member).map(({ cents }) => cents));

/** What can pay an invoice: corrections too, although no payment brought them. */
const heldBy = (city: City, member: MemberId): number =>
  paidIn(city, member) +
  sum(
    city.facts.entries
      .filter((entry) => entry.member === member && entry.kind === 'correction')
      .map(({ cents }) => cents ?? 0),
  );

interface Found {
  readonly items: readonly (Payment & {
    readonly means: string;
    readonly kind: 'payment' | 'refund' | 'reversal';
  })[];
}

/** Notes the payments that an act of a member made; the service numbers them, the amounts are the simulation's own. */
async function notePayments(city: City, count: number, expected: readonly [string, number, boolean][]) {
  if (count === 0) return;
  const { items } = await city.ask<Found>('GET', `/payments?limit=${count}&sort=-at`);
  const made = [...items].sort((a, b) => (a.number < b.number ? -1 : 1));
  for (const [at, [owner, cents, isOfMember]] of expected.entries()) {
    const found = made[at];
    if (found?.cents !== cents)
      throw new Error(`expected ${JSON.stringify(expected)}, made ${JSON.stringify(made)}`);
    city.notePayment({ ...found, cents }, found.means, owner, found.kind, isOfMember);
  }
}

/** A member pays in; what an earlier invoice could not take is taken now. */
export const topUp: Act = async (city, random, day) => {
  const member = pick(random, city.members);
  const cents = wholeBetween(random, 500, 5_000);
  await city.ask('POST', `/member-accounts/${member}/top-ups`, {
    ...{ cents, means: pick(random, ['cash', 'card', 'transfer']), paidOn: day },
  });
  city.facts.entries.push({ member, kind: 'top-up', day, cents, print: null });
  const moves = city.invoices.owed(member, heldBy(city, member) + cents);
  const expected: [string, number, boolean][] = [[member, cents, true]];
  for (const move of moves) expected.push([member, -move.cents, true], [move.client, move.cents, false]);
  await notePayments(city, expected.length, expected);
  city.invoices.settle(moves, day);
};

/** A print of a member, reserved and then charged; sometimes it uses more or less than was expected. */
export const print: Act = async (city, random, day) => {
  const member = pick(random, city.members);
  city.tick();
  const [jobId] = await city.accounts.queue({ memberId: member });
  const used = { seconds: wholeBetween(random, 60, 40_000), milligrams: wholeBetween(random, 100, 250_000) };
  city.tick();
  await city.world.print({ memberId: member, jobId, ...used });
  city.facts.entries.push({ member, kind: 'charge', day, cents: null, print: used });
};

/** A print of a resident is free. */
export const freePrint: Act = async (city, random) => {
  city.tick();
  const used = { seconds: wholeBetween(random, 60, 40_000), milligrams: wholeBetween(random, 100, 250_000) };
  await city.world.print({ memberId: pick(random, city.residents), ...used });
  city.facts.freePrints += 1;
};

/** Staff correct an account. */
export const correct: Act = async (city, random, day) => {
  const member = pick(random, city.members);
  const cents = wholeBetween(random, -200, 200) || 1;
  await city.ask('POST', `/member-accounts/${member}/corrections`, { cents, reason: 'Geste commercial' });
  city.facts.entries.push({ member, kind: 'correction', day, cents, print: null });
};

/** A member takes money back. */
export const refundMember: Act = async (city, random, day) => {
  const member = pick(random, city.members);
  const { availableCents } = await city.accounts.account(member);
  const most = Math.min(availableCents, paidIn(city, member));
  if (most <= 0) return;
  const cents = wholeBetween(random, 1, most);
  const body = { cents, means: 'transfer', paidOn: day, reason: 'Départ' };
  await city.ask('POST', `/member-accounts/${member}/refunds`, body);
  city.facts.entries.push({ member, kind: 'refund', day, cents: -cents, print: null });
  await notePayments(city, 1, [[member, -cents, true]]);
};

/** Each member with prints since the last invoice gets one. */
export async function invoiceMembers(city: City, day: string): Promise<void> {
  for (const member of city.members) {
    const prints = city.invoices.uninvoiced(member);
    if (prints.length === 0) continue;
    const made = await city.ask<{ documentId: string; number: string }>(
      'POST',
      `/member-accounts/${member}/invoices`,
    );
    const { organisationId } = await city.ask<{ organisationId: string }>(
      'GET',
      `/documents/${made.documentId}`,
    );
    const cents = city.invoices.note(member, made, organisationId, prints, day);
    const moves = city.invoices.owed(member, heldBy(city, member));
    const expected = moves.flatMap((move): [string, number, boolean][] => [
      [member, -move.cents, true],
      [move.client, move.cents, false],
    ]);
    await notePayments(city, expected.length, expected);
    city.invoices.settle(moves, day);
    if (cents <= 0) throw new Error('an invoice of nothing');
  }
}
