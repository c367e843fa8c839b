import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { type LabSession, type Registration, SESSION_TOUCHES } from '../session';

interface Props {
  readonly session: LabSession;
  readonly person: Registration;
}

/** Takes a person off the list; the message afterwards puts them back. An appointment is given up with its person. */
export function Unregister({ session, person }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, memberId, name, consent } = person;
  const back = () =>
    content(
      api.POST('/api/v1/lab-sessions/{id}/registrations', {
        params: { path: { id: session.id } },
        body: { memberId: memberId ?? undefined, consent: consent !== null },
      }),
    );
  const removal = useChange(
    () => content(api.POST('/api/v1/registrations/{id}/cancel', { params: { path: { id } } })),
    SESSION_TOUCHES,
    () => {
      const done = t('agenda.people.removed', { name });
      // The time of an appointment is free again: there is no session to come back to.
      if (session.kind === 'appointment') toast(done);
      else toast(done, { act: back, touches: SESSION_TOUCHES });
    },
  );
  return (
    <>
      <button
        type="button"
        className="link-button agenda-remove"
        aria-label={t('agenda.people.removeOf', { name })}
        aria-busy={removal.isPending || undefined}
        onClick={() => !removal.isPending && removal.mutate()}
      >
        {t('agenda.people.remove')}
      </button>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </>
  );
}
