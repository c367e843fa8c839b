const partsIn = (at: number, zone: string): Record<string, number> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );

/** How far a zone's clocks are ahead of UTC at this instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = partsIn(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/**
 * The last second of a day (YYYY-MM-DD) by a zone's clocks, as an instant. Asked twice: the offset holds at the end of
 * the day, which is known only roughly before the offset is.
 */
export function endOfDay(day: string, zone: string): string {
  const wall = Date.parse(`${day}T23:59:59Z`);
  const near = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(near, zone)).toISOString();
}

/** Which day (YYYY-MM-DD) an instant is by a zone's clocks. */
export const dayIn = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(iso));

export const today = (zone: string): string => dayIn(new Date().toISOString(), zone);

/** Accounts, members and papers go by the clocks of France; a lab may have its own. */
export const NETWORK_ZONE = 'Europe/Paris';
