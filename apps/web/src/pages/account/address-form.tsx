import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form';
import { PasswordField } from '../../parts/password-field';
import { Done } from './done';

/** Another address to sign in with: it counts once the link that is sent there was followed. */
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
      send={(values) => ask(values('email'), values('password', 'as-typed'))}
      touches={[]}
      onDone={setAsked}
      onCancel={onClose}
      submit={t('account.address.send')}
    >
      {(faultOf) => (
        <>
          <Text size="sm">{t('account.address.help')}</Text>
          <TextInput
            name="email"
            inputMode="email"
            autoComplete="email"
            label={t('account.address.new')}
            error={faultOf('email')}
            required
            data-autofocus
          />
          <PasswordField
            name="password"
            autoComplete="current-password"
            label={t('account.password.current')}
            error={faultOf('password')}
            required
          />
        </>
      )}
    </Form>
  );
}
