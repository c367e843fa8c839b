import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { Notice } from '../../../parts/notice';

/** What keeps the print waiting by a decision of people: who holds it and why, and whether approval is asked for. */
export function Decisions({ queue: { held, approval } }: Pick<Job, 'queue'>) {
  const { t } = useTranslation();
  return (
    <>
      {held && (
        <Notice title={t(held.by === 'staff' ? 'choices.heldByStaff' : 'choices.heldByMaker')}>
          {held.reason && <Text size="sm">{t('choices.heldReason', { reason: held.reason })}</Text>}
          {held.by === 'staff' && <Text size="sm">{t('choices.heldCure')}</Text>}
        </Notice>
      )}
      {approval.state === 'asked' && (
        <Notice title={t('choices.approvalAsked')}>
          {approval.reasons.map(({ code, what }) => (
            <Text key={code + what} size="sm">
              {what}
            </Text>
          ))}
        </Notice>
      )}
      {approval.state === 'given' && approval.reasons.length > 0 && (
        <Text size="sm">{t('choices.approvalGiven')}</Text>
      )}
    </>
  );
}
