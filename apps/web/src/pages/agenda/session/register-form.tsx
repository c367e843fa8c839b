import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import type { Member } from '../../../api/queries';
import { Form } from '../../../parts/form/form';
import { MemberChoice } from '../../../parts/searched-choice/member-choice';
import { useToast } from '../../../parts/toasts/use-toast';
import { type LabSession, SESSION_TOUCHES } from '../session';

interface Props {
  readonly session: LabSession;
  /** True: the person can be noted as present in the same step. */
  readonly isOpen: boolean;
  readonly grants: boolean;
  readonly close: () => void;
}
interface Typed {
  readonly memberId: string;
  readonly consent: boolean;
  readonly isHere: boolean;
}

/** Registers a member by name; from one hour before the session, also a person who has just come in. */
export function RegisterForm({ session, isOpen, grants, close }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const [chosen, setChosen] = useState<Member>();
  const done = (name: string, state: string) =>
    toast(t(state === 'waiting' ? 'agenda.register.waits' : 'agenda.register.done', { name }));
  return (
    <Form
      initial={{ memberId: '', consent: false, isHere: isOpen }}
      send={(typed: Typed) => register(session, typed, grants)}
      touches={SESSION_TOUCHES}
      onDone={({ name, state }) => {
        close();
        done(name ?? '', state);
      }}
      onCancel={close}
      submit={t('agenda.register.save')}
    >
      {({ field, tick, problem }) => (
        <>
          <MemberChoice {...field('memberId')} required onChosen={setChosen} />
          {(isStillAhead(chosen?.minorUntil) || problem?.code === 'REGISTRATION.CONSENT_MISSING') && (
            <Checkbox {...tick('consent')} label={t('agenda.register.consent')} />
          )}
          {isOpen && (
            <Checkbox
              {...tick('isHere')}
              label={t('agenda.register.isHere')}
              description={t('agenda.register.isHereHelp')}
            />
          )}
        </>
      )}
    </Form>
  );
}

const isStillAhead = (instant: string | null | undefined): boolean =>
  instant != null && Date.parse(instant) > Date.now();

async function register({ id }: LabSession, { memberId, consent, isHere }: Typed, grantInduction: boolean) {
  const params = { path: { id } };
  if (!isHere)
    return content(
      api.POST('/api/v1/lab-sessions/{id}/registrations', { params, body: { memberId, consent } }),
    );
  const body = { memberId, consent, walkIn: true, grantInduction };
  return (await content(api.POST('/api/v1/lab-sessions/{id}/arrivals', { params, body }))).registration;
}
