import { type Cents, cents, roundToCents } from '@pandafab/shared';
import Big from 'big.js';
import { nextDay } from '../closures/periods';
import type { ClientKind, PaperDay } from '../paper';
import { daysBetween } from '../receivables/aged-balance';

/** The yearly rates of late penalties from a day on, in basis points: 1215 is 12.15 %. Null: none is asked for. */
export interface PenaltyRates {
  readonly inForceFrom: PaperDay;
  /** Businesses: by law the rate of the European Central Bank and 10 points (Code de commerce L441-10). */
  readonly businessBasisPoints: number | null;
  /** Public bodies: the same rate and 8 points (Code de la commande publique R2192-31). */
  readonly publicBodyBasisPoints: number | null;
  /** For each late document: 40 € by law (D441-5, D2192-35). */
  readonly indemnityCents: Cents;
}

export interface LateDocument {
  readonly clientKind: ClientKind;
  readonly dueOn: PaperDay;
  /** The total with tax minus its credits: what was credited was never owed. */
  readonly owedCents: number;
  /** What was settled, with the day on which the money moved; negative where a settlement was taken back. */
  readonly settled: readonly { readonly day: PaperDay; readonly cents: number }[];
}

export interface LatePenalty {
  readonly penaltyCents: Cents;
  readonly indemnityCents: Cents;
  /** The rate of the last day, in basis points. */
  readonly basisPoints: number;
}

/** The law fixes no number of days; 365 is the one in use. */
const DAYS_OF_A_YEAR = 365;

const rateFor = (rates: PenaltyRates, kind: ClientKind): number | null =>
  ({
    business: rates.businessBasisPoints,
    'public-body': rates.publicBodyBasisPoints,
    person: null,
  })[kind];

/** The rates in force on a day; before the first ones, the first. */
function ratesOn(rates: readonly PenaltyRates[], day: PaperDay): PenaltyRates | undefined {
  const sorted = [...rates].sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  return sorted.findLast(({ inForceFrom }) => inForceFrom <= day) ?? sorted[0];
}

/** Days on which the open amount or the rate changes, with both ends. */
function turns({ dueOn, settled }: LateDocument, rates: readonly PenaltyRates[], today: PaperDay) {
  // A rate of day D counts for D itself, which is the day that begins after the end of the day before.
  const changes = rates.map(({ inForceFrom }) => dayBefore(inForceFrom));
  const inside = [...settled.map(({ day }) => day), ...changes].filter((day) => day > dueOn && day < today);
  return [...new Set([dueOn, ...inside, today])].sort();
}

const dayBefore = (day: PaperDay): PaperDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Open after everything that was settled until the end of a day. */
const openAfter = ({ owedCents, settled }: LateDocument, day: PaperDay): number =>
  Math.max(
    0,
    owedCents - settled.filter((part) => part.day <= day).reduce((sum, part) => sum + part.cents, 0),
  );

/**
 * What a late document costs its client on `today`: for each day from the day after the due date, the open amount ×
 * rate ÷ 365, rounded once, and the fixed indemnity. The day on which money arrives still counts. A change of the rate
 * counts from its day on. Null where the law has no penalty (private persons), where no rate is set, and where nothing
 * was open after the due date.
 */
export function latePenalty(
  document: LateDocument,
  rates: readonly PenaltyRates[],
  today: PaperDay,
): LatePenalty | null {
  const { dueOn, clientKind } = document;
  const now = ratesOn(rates, today);
  const basisPoints = now ? rateFor(now, clientKind) : null;
  if (!now || basisPoints === null || today <= dueOn || openAfter(document, dueOn) === 0) return null;
  const days = turns(document, rates, today);
  const weighted = days.slice(1).reduce((sum, to, at) => {
    const from = days[at] ?? to;
    const inForce = ratesOn(rates, nextDay(from));
    const rate = (inForce && rateFor(inForce, clientKind)) ?? 0;
    return sum.plus(new Big(openAfter(document, from)).times(rate).times(daysBetween(from, to)));
  }, new Big(0));
  const penaltyCents = roundToCents(weighted.div(10_000 * DAYS_OF_A_YEAR));
  return { penaltyCents, indemnityCents: cents(now.indemnityCents), basisPoints };
}
