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
 * The last second of a day (YYYY-MM-DD) in a time zone, as an instant. Computed in two steps: the offset needed is that
 * at the end of the day, which is only roughly known without the offset.
 */
export function endOfDay(day: string, zone: string): string {
  const wall = Date.parse(`${day}T23:59:59Z`);
  const near = wall - offsetAt(wall, zone);
  return new Date(wall - offsetAt(near, zone)).toISOString();
}

/** The day (YYYY-MM-DD) of an instant in a time zone. */
export const dayIn = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(iso));

export const today = (zone: string): string => dayIn(new Date().toISOString(), zone);

/** The time zone for accounts, members and invoices; a lab may have its own. */
export const NETWORK_ZONE = 'Europe/Paris';

/** The time (HH:MM) of an instant on the clock of a time zone. */
export const timeIn = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );

/** The instant at which a zone's clock shows this day and time (HH:MM); NaN where they are none. */
export function instantIn(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) return Number.NaN;
  const near = wall - offsetAt(wall, zone);
  return wall - offsetAt(near, zone);
}
