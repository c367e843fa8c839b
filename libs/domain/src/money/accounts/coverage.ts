import { type Cents, cents } from '@pandafab/shared';

/** What a member's account holds, in cents. */
export interface AccountSums {
  /** Money paid in, minus everything that was charged and paid back. May be below 0. */
  readonly balanceCents: Cents;
  /** How far below 0 the balance may go. */
  readonly allowanceCents: Cents;
  /** Kept for prints that were submitted and have not ended. */
  readonly reservedCents: Cents;
}

/** Whether an account pays for a print: `covered` of `needed`. */
export interface Coverage {
  readonly neededCents: Cents;
  readonly coveredCents: Cents;
  readonly missingCents: Cents;
  readonly fits: boolean;
}

/** What can still be reserved; below 0 where the allowance was made smaller, or a print cost more than expected. */
export const availableOf = ({ balanceCents, allowanceCents, reservedCents }: AccountSums): Cents =>
  cents(balanceCents + allowanceCents - reservedCents);

/** How much of a price the account covers. A print that costs nothing always fits. */
export function coverageOf(account: AccountSums, neededCents: Cents): Coverage {
  const coveredCents = cents(Math.max(0, Math.min(neededCents, availableOf(account))));
  const missingCents = cents(neededCents - coveredCents);
  return { neededCents, coveredCents, missingCents, fits: missingCents === 0 };
}

/** A print that waits for money. */
export interface WaitingPrint {
  readonly neededCents: Cents;
}

/**
 * The prints that can be paid for now. The oldest is asked first; one that does not fit waits on, and a later one that
 * fits begins before it.
 * @param waiting the oldest first
 */
export function coveredNow<Print extends WaitingPrint>(
  account: AccountSums,
  waiting: readonly Print[],
): Print[] {
  let { reservedCents } = account;
  return waiting.filter(({ neededCents }) => {
    if (!coverageOf({ ...account, reservedCents }, neededCents).fits) return false;
    reservedCents = cents(reservedCents + neededCents);
    return true;
  });
}
