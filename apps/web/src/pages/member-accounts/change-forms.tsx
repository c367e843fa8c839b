import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { centsOf } from '../../parts/cents-of';
import { Form } from '../../parts/form/form';
import { touchesOf } from './touches';

interface Props {
  readonly account: Schemas['MemberAccount'];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds or takes an amount with a reason, where no money moves. */
export function CorrectionForm({ account: { memberId: id }, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const send = ({ cents, reason }: { cents: string; reason: string }) =>
    content(
      api.POST('/api/v1/member-accounts/{id}/corrections', {
        params: { path: { id } },
        body: { cents: centsOf('cents', cents), reason },
      }),
    );
  return (
    <Form
      initial={{ cents: '', reason: '' }}
      send={send}
      touches={touchesOf(id)}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('member-accounts.correct')}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('cents')}
            label={t('member-accounts.field.amount')}
            description={t('member-accounts.field.correctHelp')}
            required
            maxLength={12}
          />
          <TextInput
            {...field('reason')}
            label={t('member-accounts.field.reason')}
            required
            maxLength={300}
          />
        </>
      )}
    </Form>
  );
}

/** How far below 0 an account may go. */
export function AllowanceForm({ account, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { memberId: id, allowanceCents, isAllowanceOwn } = account;
  const send = ({ allowance, reason }: { allowance: string; reason: string }) =>
    content(
      api.PUT('/api/v1/member-accounts/{id}/allowance', {
        params: { path: { id } },
        body: { allowanceCents: allowance === '' ? null : centsOf('allowance', allowance), reason },
      }),
    );
  return (
    <Form
      initial={{ allowance: isAllowanceOwn ? String(allowanceCents / 100) : '', reason: '' }}
      send={send}
      touches={touchesOf(id)}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('allowance')}
            label={t('member-accounts.field.allowance')}
            description={t('member-accounts.field.allowanceHelp')}
            inputMode="decimal"
            maxLength={12}
          />
          <TextInput
            {...field('reason')}
            label={t('member-accounts.field.reason')}
            required
            maxLength={300}
          />
        </>
      )}
    </Form>
  );
}
