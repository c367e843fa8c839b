import { addDays } from './city/days.mjs';

/** Sessions are planned for so many days. */
const AHEAD_DAYS = 28;
/** The last weeks have prints and orders of their own: see past-plan.mjs and seed-billing.mjs. */
const PRINTS_DAYS_AGO = 21;
const MONEY_DAYS_AGO = 16;

/** Today on the calendar of Paris. @param {number} now */
export const parisToday = (now) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(now);

/**
 * The four half-years that are over, and the one that runs: `from` is the first day of the first of them.
 * @param {number} now
 */
export function cityDays(now) {
  const today = parisToday(now);
  const year = Number(today.slice(0, 4)) - 2;
  return {
    ...{
      from: today.slice(5) < '07-01' ? `${year}-01-01` : `${year}-07-01`,
      to: addDays(today, AHEAD_DAYS),
      today,
    },
    ...{ printsTo: addDays(today, -PRINTS_DAYS_AGO), moneyUntil: addDays(today, -MONEY_DAYS_AGO) },
  };
}
