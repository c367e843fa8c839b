import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Spool } from '../../api/queries';
import { DialogButton } from '../../parts/dialog-button';
import { CorrectSpool } from './correct-spool';
import { SpoolHistory } from './spool-history';

/** What one does with a spool in the list. */
export function SpoolActions({ spool }: { spool: Spool }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" justify="flex-end">
      <DialogButton
        label={t('spools.correct')}
        title={t('spools.correction.title', { spool: spool.label })}
        aria-label={t('spools.correctOf', { spool: spool.label })}
      >
        {(close) => <CorrectSpool spool={spool} onDone={close} />}
      </DialogButton>
      <DialogButton
        label={t('spools.movements')}
        title={t('spools.history.title', { spool: spool.label })}
        aria-label={t('spools.history.title', { spool: spool.label })}
        variant="subtle"
        px="xs"
      >
        {() => <SpoolHistory spool={spool} />}
      </DialogButton>
    </Group>
  );
}
