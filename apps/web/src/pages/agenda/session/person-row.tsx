import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useChange } from '../../../api/use-change';
import { Button } from '../../../parts/button';
import { formatMoment } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { useKinds } from '../../members/kinds';
import { type LabSession, type Registration, SESSION_TOUCHES } from '../session';
import { type Attendance, inductionWords, noteAttendance } from './attendance';
import { Unregister } from './unregister';

interface Props {
  readonly session: LabSession;
  readonly person: Registration;
  /** True while attendance can be noted. */
  readonly isOpen: boolean;
  /** True: the induction is given to those who are noted as present. */
  readonly grants: boolean;
}

/** One person of a session, with big buttons for whether they came. */
export function PersonRow({ session, person, isOpen, grants }: Props) {
  const { t } = useTranslation();
  const { memberId, name, state, attendance } = person;
  const shownName = name ?? t('agenda.people.erased');
  const mayNote = isOpen && memberId !== null && state !== 'cancelled';
  return (
    <li className="agenda-person" data-attendance={attendance ?? undefined}>
      <div className="agenda-who">
        {memberId ? (
          <Link to={`/members?member=${memberId}`} className="row-link typed">
            {shownName}
          </Link>
        ) : (
          <span className="quiet">{shownName}</span>
        )}
        <Notes person={person} hasTaps={mayNote} />
      </div>
      {mayNote && <Taps session={session} person={person} grants={grants} />}
      {state !== 'cancelled' && session.state === 'planned' && attendance !== 'present' && memberId && (
        <Unregister session={session} person={person} />
      )}
    </li>
  );
}

/** Smaller facts under the name; the buttons say who came, where they are. */
function Notes({ person, hasTaps }: { person: Registration; hasTaps: boolean }) {
  const { t } = useTranslation();
  const { isMinor, consent, state, position, inductionGiven, cancelledAt, cancelledLate, attendance } =
    person;
  const notes = [
    state === 'waiting' && position !== null && t('agenda.people.position', { position }),
    isMinor &&
      (consent ? t('agenda.people.consent', { name: consent.name ?? '' }) : t('agenda.people.minor')),
    !hasTaps && attendance !== null && t(`agenda.attendances.${attendance}`),
    inductionGiven && t('agenda.people.inducted'),
    cancelledAt && t('agenda.people.cancelledAt', { at: formatMoment(cancelledAt) }),
    cancelledLate && t('agenda.people.late'),
  ].filter((each) => typeof each === 'string');
  return notes.length > 0 ? <span className="quiet">{notes.join(' · ')}</span> : null;
}

const MARKS = ['present', 'absent'] as const;

/** A tap notes it; a second tap on the same takes it back. */
function Taps({ session, person, grants }: Omit<Props, 'isOpen'>) {
  const { t } = useTranslation();
  const toast = useToast();
  const { nameOf } = useKinds();
  const note = useChange(
    (wanted: Attendance | null) => noteAttendance(person, wanted, grants),
    SESSION_TOUCHES,
    (noted) => {
      const words = inductionWords(t, noted, nameOf(session.inductionKind ?? ''));
      if (words) toast(words);
    },
  );
  const { attendance, name } = person;
  return (
    <>
      <fieldset className="agenda-taps" aria-label={t('agenda.people.attendanceOf', { name })}>
        {MARKS.map((mark) => (
          <Button
            key={mark}
            className="agenda-tap"
            data-mark={mark}
            aria-pressed={attendance === mark}
            isBusy={note.isPending && note.variables === mark}
            onClick={() => note.mutate(attendance === mark ? null : mark)}
          >
            <span aria-hidden>{mark === 'present' ? '✓' : '✕'}</span> {t(`agenda.attendances.${mark}`)}
          </Button>
        ))}
      </fieldset>
      {note.isError && <ProblemAlert error={note.error} />}
    </>
  );
}
