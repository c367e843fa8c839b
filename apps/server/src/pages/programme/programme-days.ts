import type { Audience, SessionKind } from '@pandafab/domain';
import type { LabId, Language } from '@pandafab/shared';
import { DateTime } from 'luxon';
import { filled } from '../public-pages/account-texts';

/** A public session, as the programme shows it. */
export interface Coming {
  readonly kind: SessionKind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly description: string | null;
  readonly labId: LabId;
  readonly labName: string;
  readonly timeZone: string;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly audience: Audience;
  readonly priceCents: number;
  readonly placesLeft: number | null;
}

interface ProgrammeDay {
  /** “jeudi 3 décembre 2026” */
  readonly day: string;
  readonly items: readonly Coming[];
}

/** The sessions by the day on which they begin, each on its own lab's clock. */
export function byDay(sessions: readonly Coming[], language: Language): ProgrammeDay[] {
  const days = new Map<string, Coming[]>();
  for (const session of sessions) {
    const day = begins(session).toISODate() ?? '';
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, items]) => ({ day: dayWithWeekday(day, language), items }));
}

/** “14:00–16:00”; with the zone where it is not that of Paris, and with the day where it ends on a later one. */
export function timesInWords(session: Coming, language: Language, zoneWords: string): string {
  const [from, until] = [begins(session), DateTime.fromISO(session.until, { zone: session.timeZone })];
  const end = until.toFormat('HH:mm');
  const last = from.hasSame(until, 'day')
    ? end
    : `${dayWithWeekday(until.toISODate() ?? '', language)} ${end}`;
  const zone =
    session.timeZone === 'Europe/Paris' ? '' : ` (${filled(zoneWords, { zone: cityOf(session.timeZone) })})`;
  return `${from.toFormat('HH:mm')}–${last}${zone}`;
}

const begins = ({ from, timeZone }: Coming): DateTime => DateTime.fromISO(from, { zone: timeZone });

const cityOf = (timeZone: string): string => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;

function dayWithWeekday(day: string, language: Language): string {
  const words = DateTime.fromISO(day, { locale: language }).toFormat('cccc d LLLL yyyy');
  const first = language === 'fr' ? words.replace(/ 1 /, ' 1er ') : words;
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}
