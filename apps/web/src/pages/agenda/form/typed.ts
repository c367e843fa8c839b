import type { Schemas } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import { currentLanguage } from '../../../i18n/i18n';
import { instantIn, timeIn } from '../../../parts/zone';
import type { LabSession } from '../session';
import { addDays } from '../week';

type Topic = Schemas['Topic'];
export type NewKind = Schemas['NewSessions']['kind'];

/** What stands in the fields of a session. Several choices are one text, with commas. */
export type Typed = {
  readonly topicId: string;
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly trainerId: string;
  readonly day: string;
  readonly begins: string;
  readonly ends: string;
  readonly isSeries: boolean;
  readonly weekdays: string;
  readonly everyWeeks: string;
  readonly lastDay: string;
  readonly except: string;
  readonly capacity: string;
  readonly audience: string;
  readonly isPublic: boolean;
  readonly rooms: string;
  readonly machines: string;
  readonly organisationId: string;
  readonly groupId: string;
  readonly prestationId: string;
  readonly projectId: string;
  readonly inductionKind: string;
  readonly price: string;
  readonly cancelHours: string;
  readonly evenIfClosed: boolean;
};

export const listOf = (text: string): string[] => text.split(',').filter((each) => each !== '');
export const textOf = (list: readonly (string | number)[]): string => list.join(',');

/** Sessions that all may come to stand on the public page. */
const OPEN_TO_ALL: readonly string[] = ['everyone', 'members'];
export const isUsuallyPublic = (audience: string): boolean => OPEN_TO_ALL.includes(audience);

/** As a person of this language types it: “5,50”, “5.50”, and “5” without cents. */
function euros(cents: number): string {
  const text = (cents / 100).toFixed(2).replace(/\.00$/, '');
  return currentLanguage() === 'fr' ? text.replace('.', ',') : text;
}

/** A new session, as it is before anything was typed. */
export const newTyped = (day: string, trainerId: string): Typed => ({
  ...{ topicId: '', kind: 'course', title: '', description: '', trainerId },
  ...{ day, begins: '14:00', ends: '16:00', isSeries: false, weekdays: '', everyWeeks: '1', lastDay: '' },
  ...{ except: '', capacity: '8', audience: 'everyone', isPublic: true, rooms: '', machines: '' },
  ...{ organisationId: '', groupId: '', prestationId: '', projectId: '', inductionKind: '', price: '0' },
  ...{ cancelHours: '24', evenIfClosed: false },
});

/** A session as its form shows it. */
export const typedOf = (session: LabSession): Typed => ({
  ...newTyped(session.day, session.trainerId),
  ...{ topicId: session.topicId ?? '', kind: session.kind, title: session.title },
  ...{ description: session.description ?? '', begins: timeIn(session.from, session.timeZone) },
  ...{ ends: timeIn(session.until, session.timeZone), capacity: String(session.capacity ?? '') },
  ...{ audience: session.audience, isPublic: session.isPublic },
  ...{ rooms: textOf(session.roomIds), machines: textOf(session.machineIds) },
  ...{ organisationId: session.organisationId ?? '', groupId: session.groupId ?? '' },
  ...{ prestationId: session.prestationId ?? '', projectId: session.projectId ?? '' },
  ...{ inductionKind: session.inductionKind ?? '', price: euros(session.priceCents) },
  cancelHours: String(session.cancelHours),
});

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string => {
  const within = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

/** An end that is not after the beginning is on the next day. */
export const minutesBetween = (begins: string, ends: string): number =>
  ((minutesOf(ends) - minutesOf(begins) + 1439) % 1440) + 1;

/** Another beginning keeps the length. */
export const endAfter = (begins: string, minutes: number): string => timeOf(minutesOf(begins) + minutes);

/** What a chosen topic fills in; each of it can be changed afterwards. */
export function fromTopic(topic: Topic, { begins }: Pick<Typed, 'begins'>): Partial<Typed> {
  const [only] = topic.audiences;
  const audience = topic.audiences.length === 1 && only ? only : 'everyone';
  return {
    ...{ topicId: topic.id, title: topic.nameFr, capacity: String(topic.capacity) },
    ends: endAfter(begins || '14:00', topic.lengthMinutes),
    ...{ audience, isPublic: isUsuallyPublic(audience) },
    ...{ inductionKind: topic.inductionKind ?? '', price: euros(topic.priceCents) },
  };
}

/** The beginning and the end as instants, on the clock of the lab. */
export function timesOf({ day, begins, ends }: Pick<Typed, 'day' | 'begins' | 'ends'>, zone: string) {
  const endDay = ends <= begins ? addDays(day, 1) : day;
  const iso = (at: number) => new Date(at).toISOString();
  return { from: iso(instantIn(day, begins, zone)), until: iso(instantIn(endDay, ends, zone)) };
}

/** The fields that a session and a series share. */
export const fieldsOf = (typed: Typed, priceCents: number) => ({
  ...{ topicId: orNull(typed.topicId), title: typed.title, description: orNull(typed.description) },
  ...{ trainerId: typed.trainerId, capacity: typed.capacity === '' ? null : Number(typed.capacity) },
  ...{ audience: typed.audience as Schemas['Audience'], isPublic: typed.isPublic },
  ...{ roomIds: listOf(typed.rooms), machineIds: listOf(typed.machines) },
  ...{ organisationId: orNull(typed.organisationId), groupId: orNull(typed.groupId) },
  ...{ prestationId: orNull(typed.prestationId), projectId: orNull(typed.projectId) },
  ...{ inductionKind: orNull(typed.inductionKind), priceCents },
  cancelHours: Number(typed.cancelHours),
});

/** When: one session, or the rule of a series. */
export const whenOf = (typed: Typed, zone: string) =>
  typed.isSeries
    ? {
        rule: {
          weekdays: listOf(typed.weekdays).map(Number),
          ...{ everyWeeks: Number(typed.everyWeeks), begins: typed.begins },
          minutes: minutesBetween(typed.begins, typed.ends),
          ...{ firstDay: typed.day, lastDay: typed.lastDay, except: listOf(typed.except) },
        },
      }
    : timesOf(typed, zone);

/** Only what was changed: with the following ones of a series, the others keep what they have. */
export function changesOf<Fields extends object>(before: Fields, after: Fields): Partial<Fields> {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Fields]),
  );
  return Object.fromEntries(changed) as Partial<Fields>;
}
