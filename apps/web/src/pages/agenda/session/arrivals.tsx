import { Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { asProblem } from '../../../api/problem';
import { useChange } from '../../../api/use-change';
import { Button } from '../../../parts/button';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useKinds } from '../../members/kinds';
import { type LabSession, SESSION_TOUCHES } from '../session';
import { inductionWords } from './attendance';

interface Props {
  readonly session: LabSession;
  readonly grants: boolean;
}
interface Card {
  readonly code: string;
  readonly walkIn: boolean;
  readonly consent: boolean;
}

/** Refusals after which the same card can be sent again, with the person added. */
const MAY_BE_ADDED = ['REGISTRATION.NOT_REGISTERED', 'REGISTRATION.CONSENT_MISSING'];

/** A scanner types what is on a card, and Enter: the person is noted as present, and the next card can follow. */
export function Arrivals({ session, grants }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [consent, setConsent] = useState(false);
  const { nameOf } = useKinds();
  const arrival = useChange(
    (card: Card) =>
      content(
        api.POST('/api/v1/lab-sessions/{id}/arrivals', {
          params: { path: { id: session.id } },
          body: { ...card, grantInduction: grants },
        }),
      ),
    SESSION_TOUCHES,
  );
  const send = (card: Card) => {
    setCode('');
    setConsent(false);
    arrival.mutate(card);
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() && !arrival.isPending) send({ code: code.trim(), walkIn: false, consent: false });
  };
  const problem = arrival.error ? asProblem(arrival.error) : undefined;
  const card = arrival.variables;
  const noted = arrival.data;
  return (
    <div className="agenda-scan">
      <form onSubmit={submit}>
        <TextInput
          ref={field}
          label={t('agenda.scan.label')}
          description={t('agenda.scan.help')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          autoComplete="off"
          maxLength={200}
        />
        <Button type="submit" isBusy={arrival.isPending}>
          {t('agenda.scan.send')}
        </Button>
      </form>
      <p role="status" className="agenda-noted">
        {noted && (
          <>
            <b>✓ {t('agenda.scan.noted', { name: noted.registration.name ?? '' })}</b>{' '}
            {inductionWords(t, noted, nameOf(session.inductionKind ?? ''))}
          </>
        )}
      </p>
      {problem && <ProblemAlert error={problem} />}
      {problem && card && MAY_BE_ADDED.includes(problem.code) && (
        <div className="row">
          {problem.code === 'REGISTRATION.CONSENT_MISSING' && (
            <Checkbox
              checked={consent}
              onChange={({ currentTarget }) => setConsent(currentTarget.checked)}
              label={t('agenda.register.consent')}
            />
          )}
          <Button look="main" onClick={() => send({ code: card.code, walkIn: true, consent })}>
            {t('agenda.scan.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
