/** Days are YYYY-MM-DD; they compare as texts. */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const utc = (day) => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day, days) => new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day) => new Date(utc(day)).getUTCDay() || 7;

/** From the first to the last day, both included. */
export function daysFrom(first, last) {
  const days = [];
  for (let at = utc(first); at <= utc(last); at += DAY_MS) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();
/** @type {Map<string, number>} */
const offsets = new Map();

/** How far the zone's clock is ahead of UTC, at noon of the day. */
function offsetAt(day, zone) {
  const key = `${zone} ${day}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  const noon = utc(day) + 12 * HOUR_MS;
  const offset = Date.parse(`${clock.format(noon).replace(' ', 'T')}Z`) - noon;
  offsets.set(key, offset);
  return offset;
}

/**
 * @param {string} day
 * @param {number} minutes after midnight on the zone's clock; from 3 o'clock on, when summer-time changes are over
 * @param {string} [zone]
 */
export const instantAt = (day, minutes, zone = 'Europe/Paris') =>
  utc(day) + minutes * MINUTE_MS - offsetAt(day, zone);

/** Ids that grow with time, as real ones do. @param {number} at @param {number} kind @param {number} number */
export function idAt(at, kind, number) {
  const time = Math.max(0, Math.round(at)).toString(16).padStart(12, '0');
  const part = kind.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part}-8000-${number.toString(16).padStart(12, '0')}`;
}
