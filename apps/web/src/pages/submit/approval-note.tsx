import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice';
import type { Preview } from './queries';

/** Says that the lab will ask for approval, and why; renders nothing where it will not. */
export function ApprovalNote({ approval: { state, reasons } }: Pick<Preview, 'approval'>) {
  const { t } = useTranslation();
  if (state !== 'asked') return null;
  return (
    <Notice title={t('submit.approval')}>
      {reasons.map(({ code, what }) => (
        <Text key={code + what} size="sm">
          {what}
        </Text>
      ))}
    </Notice>
  );
}
