import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { PasswordField } from '../../parts/password-field';
import { Done } from './done';

/** Changes the sign-in address: the new one is valid once the person has opened the link sent to it. */
export function AddressForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string>();
  if (asked) return <Done words={t('account.address.sent', { email: asked })} onClose={onClose} />;
  const ask = async (email: string, password: string): Promise<string> => {
    await content(api.POST('/api/v1/auth/email', { body: { email, password } }));
    return email;
  };
  return (
    <Form
      initial={{ email: '', password: '' }}
      asTyped={['password']}
      send={({ email, password }) => ask(email, password)}
      touches={[]}
      onDone={setAsked}
      onCancel={onClose}
      submit={t('account.address.send')}
    >
      {({ field }) => (
        <>
          <Text size="sm">{t('account.address.help')}</Text>
          <TextInput
            {...field('email')}
            inputMode="email"
            autoComplete="email"
            label={t('account.address.new')}
            required
            data-autofocus
          />
          <PasswordField
            {...field('password')}
            autoComplete="current-password"
            label={t('account.password.current')}
            required
          />
        </>
      )}
    </Form>
  );
}
