import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';
import { currentLanguage } from '../../i18n/i18n';
import type { Tone } from '../../parts/state-badge';

export type LabSession = Schemas['LabSession'];
export type Registration = Schemas['Registration'];

/** The answers that a change of sessions or of their people makes stale. */
export const SESSION_TOUCHES: readonly Touched[] = ['/api/v1/lab-sessions', '/api/v1/labs/{id}/slots'];

/** The title in the language of the pages. */
export const titleOf = ({ title, titleEn }: Pick<LabSession, 'title' | 'titleEn'>): string =>
  currentLanguage() === 'en' ? (titleEn ?? title) : title;

const HOUR_MS = 3_600_000;

/** Attendance is noted from one hour before the beginning, as the server allows it. */
export const isOpenToMarks = ({ from, state }: Pick<LabSession, 'from' | 'state'>, now: number): boolean =>
  state !== 'cancelled' && now >= Date.parse(from) - HOUR_MS;

/** What a session is like now: its state, and before it is held whether places are left; an appointment has one person. */
type Standing = 'held' | 'cancelled' | 'toNote' | 'full' | 'planned';

export function standingOf(
  {
    kind,
    state,
    until,
    capacity,
    registered,
  }: Pick<LabSession, 'kind' | 'state' | 'until' | 'capacity' | 'registered'>,
  now: number,
): Standing {
  if (state !== 'planned') return state;
  if (now > Date.parse(until)) return 'toNote';
  return kind !== 'appointment' && capacity !== null && registered >= capacity ? 'full' : 'planned';
}

export const TONES: Readonly<Record<Standing, Tone>> = {
  ...{ held: 'good', cancelled: 'bad', toNote: 'soon', full: 'soon', planned: 'neutral' },
};

export interface People {
  /** People with a place, in the order in which they were registered. */
  readonly registered: readonly Registration[];
  /** In the order in which they get a place. */
  readonly waiting: readonly Registration[];
  readonly cancelled: readonly Registration[];
  /** With a place, and nothing noted yet. */
  readonly notNoted: readonly Registration[];
  /** Present without the induction in the same step: they may be given it. */
  readonly withoutInduction: readonly Registration[];
}

/** The people of a session as its page shows them. */
export function peopleOf(all: readonly Registration[]): People {
  const registered = all.filter(({ state }) => state === 'registered');
  return {
    registered,
    waiting: all
      .filter(({ state }) => state === 'waiting')
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0)),
    cancelled: all.filter(({ state }) => state === 'cancelled'),
    notNoted: registered.filter(({ attendance, memberId }) => attendance === null && memberId !== null),
    withoutInduction: registered.filter(
      ({ attendance, inductionGiven, memberId }) =>
        attendance === 'present' && !inductionGiven && memberId !== null,
    ),
  };
}
