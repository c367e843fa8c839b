import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { Form } from '../../parts/form/form';
import { PasswordField } from '../../parts/password-field';
import { Done } from './done';

const EMPTY = { current: '', next: '', again: '' };

/** Changes the password: every other session of this account ends. */
export function PasswordForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  if (isDone) return <Done words={t('account.password.done')} onClose={onClose} />;
  const send = async ({ current, next, again }: typeof EMPTY) => {
    if (next !== again)
      throw new Problem('FORM.PASSWORDS', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
        { path: 'again', message: t('account.password.differ') },
      ]);
    await content(api.POST('/api/v1/auth/password', { body: { current, next } }));
  };
  return (
    <Form
      initial={EMPTY}
      asTyped={['current', 'next', 'again']}
      send={send}
      touches={['/api/v1/sessions']}
      onDone={() => setDone(true)}
      onCancel={onClose}
      submit={t('account.password.change')}
    >
      {({ field }) => (
        <>
          <PasswordField
            {...field('current')}
            autoComplete="current-password"
            label={t('account.password.current')}
            required
            data-autofocus
          />
          <PasswordField
            {...field('next')}
            autoComplete="new-password"
            label={t('account.password.next')}
            description={t('account.password.hint')}
            required
          />
          <PasswordField
            {...field('again')}
            autoComplete="new-password"
            label={t('account.password.again')}
            required
          />
        </>
      )}
    </Form>
  );
}
