import type { Facts } from '../facts';
import { printCents, vatCents } from './arithmetic';

interface Movement {
  readonly kind: string;
  readonly day: string;
  readonly cents: number;
  /** Of a print: its price net of VAT. */
  readonly net: number;
}

/** A member's account, counted again. */
export interface CountedAccount {
  readonly balance: number;
  /** Of each movement in its order: its cents. */
  readonly movements: readonly Movement[];
}

/**
 * Each account by its member. A print is charged what the sum of prints with tax grows by; the sum begins again after
 * each invoice, which takes all prints before it.
 * @param invoicedAfter by member: after how many movements an invoice was made
 */
export function countAccounts(
  { entries }: Facts,
  invoicedAfter: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<string, CountedAccount> {
  const accounts = new Map<string, CountedAccount>();
  const nets = new Map<string, number>();
  const withTax = (net: number) => net + vatCents(net, 2000);
  for (const { member, kind, day, cents, print } of entries) {
    const { balance, movements } = accounts.get(member) ?? { balance: 0, movements: [] };
    const isInvoiced = invoicedAfter.get(member)?.includes(movements.length) ?? false;
    const before = isInvoiced ? 0 : (nets.get(member) ?? 0);
    const net = print ? before + printCents(print) : before;
    const moved = print ? -(withTax(net) - withTax(before)) : (cents ?? 0);
    nets.set(member, net);
    accounts.set(member, {
      balance: balance + moved,
      movements: [...movements, { kind, day, cents: moved, net: net - before }],
    });
  }
  return accounts;
}
