import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { useToast } from '../../parts/toasts/use-toast';
import { PersonFields, usePeople } from './person-fields';
import { type LabSession, TOUCHES } from './sessions';

/** The places that the person and their wards have, and the button for one more. */
export function RegisterForm({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  const people = usePeople();
  const { capacity, registered, own } = session;
  const isFull = capacity !== null && registered >= capacity;
  const taken = own.map(({ memberId }) => memberId);
  const free = people.filter(({ value }) => !taken.includes(value));
  const left = capacity === null ? null : Math.max(0, capacity - registered);
  const label = t(isFull ? 'sessions.wait' : 'sessions.register');
  return (
    <div className="session-hands">
      {left !== null && (
        <span className="quiet">
          {left === 0 ? t('sessions.full', { count: session.waiting }) : t('sessions.left', { count: left })}
        </span>
      )}
      {own.map(({ registrationId, memberId, state }) => (
        <StateBadge key={registrationId} tone={state === 'registered' ? 'good' : 'soon'}>
          {t(`sessions.places.${state}`, {
            name: people.find(({ value }) => value === memberId)?.label ?? '',
          })}
        </StateBadge>
      ))}
      {free.length > 0 && (
        <DialogButton label={label} title={label} variant={own.length > 0 ? 'default' : 'filled'}>
          {(close) => <Register session={session} taken={taken} isFull={isFull} onDone={close} />}
        </DialogButton>
      )}
    </div>
  );
}

interface RegisterProps {
  readonly session: LabSession;
  readonly taken: readonly string[];
  readonly isFull: boolean;
  readonly onDone: () => void;
}

function Register({ session, taken, isFull, onDone }: RegisterProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const { member } = useMe();
  const first = usePeople().find(({ value }) => !taken.includes(value))?.value ?? member.id;
  const [whom, setWhom] = useState({ memberId: first, consent: false });
  const register = useChange(
    () =>
      content(
        api.POST('/api/v1/lab-sessions/{id}/registrations', {
          params: { path: { id: session.id } },
          body: {
            ...(whom.memberId === member.id ? {} : { memberId: whom.memberId }),
            consent: whom.consent,
          },
        }),
      ),
    TOUCHES,
    ({ state }) => {
      toast(t(state === 'waiting' ? 'sessions.nowWaiting' : 'sessions.nowRegistered'));
      onDone();
    },
  );
  return (
    <Stack>
      <p>{t(isFull ? 'sessions.waitText' : 'sessions.registerText', { hours: session.cancelHours })}</p>
      <PersonFields value={whom} onChange={setWhom} without={taken} />
      {register.isError && <ProblemAlert error={register.error} />}
      <Button className="touch" loading={register.isPending} onClick={() => register.mutate()}>
        {t(isFull ? 'sessions.wait' : 'sessions.register')}
      </Button>
    </Stack>
  );
}
