import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button';
import type { LabSession } from '../session';
import { ArrivalOutcome } from './arrival-outcome';
import { useArrivals } from './use-arrivals';

interface Props {
  readonly session: LabSession;
  /** True: the induction is given to those who are noted as present. */
  readonly grants: boolean;
}

/** A scanner types what is on a card, and Enter: the person is noted as present, and the next card can follow. */
export function Arrivals({ session, grants }: Props) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const { outcomes, waiting, send } = useArrivals(session, grants);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim()) return;
    send({ code: code.trim(), walkIn: false, consent: false });
    setCode('');
    field.current?.focus();
  };
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
        <Button type="submit">{t('agenda.scan.send')}</Button>
      </form>
      {waiting > 0 && <p className="agenda-help">{t('agenda.scan.waiting', { count: waiting })}</p>}
      <ul className="agenda-outcomes" aria-live="polite">
        {outcomes.map((outcome) => (
          <li key={outcome.key}>
            <ArrivalOutcome session={session} outcome={outcome} send={send} />
          </li>
        ))}
      </ul>
    </div>
  );
}
