import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { Form, type Values } from '../../parts/form';
import { PasswordField } from '../../parts/password-field';
import { Done } from './done';

/** Another password: every other session of this account ends. */
export function PasswordForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [isDone, setDone] = useState(false);
  if (isDone) return <Done words={t('account.password.done')} onClose={onClose} />;
  const send = async (values: Values) => {
    const [current, next] = [values('current', 'as-typed'), values('next', 'as-typed')];
    if (next !== values('again', 'as-typed'))
      throw new Problem('FORM.PASSWORDS', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
        { path: 'again', message: t('account.password.differ') },
      ]);
    await content(api.POST('/api/v1/auth/password', { body: { current, next } }));
  };
  return (
    <Form
      send={send}
      touches={[['sessions']]}
      onDone={() => setDone(true)}
      onCancel={onClose}
      submit={t('account.password.change')}
    >
      {(faultOf) => (
        <>
          <PasswordField
            name="current"
            autoComplete="current-password"
            label={t('account.password.current')}
            error={faultOf('current')}
            required
            data-autofocus
          />
          <PasswordField
            name="next"
            autoComplete="new-password"
            label={t('account.password.next')}
            description={t('account.password.hint')}
            error={faultOf('next')}
            required
          />
          <PasswordField
            name="again"
            autoComplete="new-password"
            label={t('account.password.again')}
            error={faultOf('again')}
            required
          />
        </>
      )}
    </Form>
  );
}
