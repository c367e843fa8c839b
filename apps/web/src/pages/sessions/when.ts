import { currentLanguage } from '../../i18n/i18n';
import { withFirst } from '../../parts/format';
import { dayIn, NETWORK_ZONE, timeIn } from '../../parts/zone';

/** When a session is, on the clock of its lab. */
export interface When {
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
}

const locale = () => (currentLanguage() === 'fr' ? 'fr-FR' : 'en-GB');

/** “jeudi 3 décembre”; with the year where it is not that of `now`. */
export function formatSessionDay({ from, timeZone }: When, now: number): string {
  const year = (at: number | string) => dayIn(new Date(at).toISOString(), timeZone).slice(0, 4);
  const format = new Intl.DateTimeFormat(locale(), {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone },
    ...(year(from) === year(now) ? {} : { year: 'numeric' }),
  });
  return withFirst(format.format(new Date(from)));
}

/** “14:00–16:00”, with the city of another clock than the network's. */
export function formatSessionTimes({ from, until, timeZone }: When): string {
  const times = `${timeIn(from, timeZone)}–${timeIn(until, timeZone)}`;
  return timeZone === NETWORK_ZONE ? times : `${times} (${timeZone.split('/').at(-1)?.replaceAll('_', ' ')})`;
}

/** The items by the day of their beginning, in the order in which they come. */
export function byDay<Item extends When>(items: readonly Item[]): (readonly [day: string, items: Item[]])[] {
  const days = new Map<string, Item[]>();
  for (const item of items) {
    const day = dayIn(item.from, item.timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}
