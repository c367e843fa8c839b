import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { Schemas } from '../../api/client';
import { Notice } from '../../parts/notice';

interface Arrival {
  readonly notices: Schemas['Submitted']['notices'];
  readonly copies: number;
}
const isArrival = (state: unknown): state is Arrival =>
  typeof state === 'object' && state !== null && 'notices' in state && 'copies' in state;

/** The notes in the answer to a submission: shown once, on the page that opens next. */
export function ArrivalNotes() {
  const { t } = useTranslation();
  const { state } = useLocation();
  if (!isArrival(state)) return null;
  return (
    <>
      {state.copies > 1 && <Text>{t('jobs.head.copies', { count: state.copies })}</Text>}
      {state.notices.map(({ code, what, cure }) => (
        <Notice key={code} title={what}>
          <Text size="sm">{cure}</Text>
        </Notice>
      ))}
    </>
  );
}
