import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import type { Entry } from '../../parts/prepaid/entry-table';
import { touchesOf } from './touches';

/** Takes back a top-up that was wrong; nothing for another entry. */
export function UndoTopUp({ memberId: id, entry }: { memberId: string; entry: Entry }) {
  const { t } = useTranslation();
  if (entry.kind !== 'top-up' || entry.isUndone) return null;
  const params = { path: { id, entryId: entry.id } };
  const send = (body: { reason: string }) =>
    content(api.POST('/api/v1/member-accounts/{id}/entries/{entryId}/undo', { params, body }));
  return (
    <DialogButton size="xs" label={t('member-accounts.undo')} title={t('member-accounts.undoTitle')}>
      {(close) => (
        <Form
          initial={{ reason: '' }}
          send={send}
          touches={touchesOf(id)}
          onDone={close}
          onCancel={close}
          submit={t('member-accounts.undo')}
        >
          {({ field }) => (
            <>
              <Text>{t('member-accounts.undoText', { amount: formatEuros(entry.cents) })}</Text>
              <TextInput
                {...field('reason')}
                label={t('member-accounts.field.reason')}
                required
                maxLength={300}
              />
            </>
          )}
        </Form>
      )}
    </DialogButton>
  );
}
