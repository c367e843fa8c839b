import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../parts/button';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useKinds } from '../../members/kinds';
import type { LabSession } from '../session';
import { inductionWords } from './attendance';
import type { Card, Outcome } from './use-arrivals';

/** Refusals after which the same card can be sent again, with the person added. */
const MAY_BE_ADDED = ['REGISTRATION.NOT_REGISTERED', 'REGISTRATION.CONSENT_MISSING'];

interface Props {
  readonly session: LabSession;
  readonly outcome: Outcome;
  readonly send: (card: Card, instead: number) => void;
}

/** What became of one card: who was noted as present, or why not and what can be done. */
export function ArrivalOutcome({ session, outcome, send }: Props) {
  const { t } = useTranslation();
  const { nameOf } = useKinds();
  const [consent, setConsent] = useState(false);
  const { key, card, noted, problem } = outcome;
  if (noted)
    return (
      <p className="agenda-noted">
        <b>✓ {t('agenda.scan.noted', { name: noted.registration.name ?? '' })}</b>{' '}
        {inductionWords(t, noted, nameOf(session.inductionKind ?? ''))}
      </p>
    );
  if (!problem) return null;
  return (
    <div className="agenda-dialog">
      <ProblemAlert error={problem} />
      {MAY_BE_ADDED.includes(problem.code) && (
        <div className="row">
          {problem.code === 'REGISTRATION.CONSENT_MISSING' && (
            <Checkbox
              checked={consent}
              onChange={({ currentTarget }) => setConsent(currentTarget.checked)}
              label={t('agenda.register.consent')}
            />
          )}
          <Button look="main" onClick={() => send({ code: card.code, walkIn: true, consent }, key)}>
            {t('agenda.scan.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
