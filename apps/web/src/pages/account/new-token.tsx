import { Button, Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { CopyField } from '../../parts/copy-field';
import { Form, type Values } from '../../parts/form';
import { endOfDay, NETWORK_ZONE, today } from '../../parts/zone';
import { SCOPES, wordOf } from './scopes';

/** A secret for a program, shown this once: only its hash is kept. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [token, setToken] = useState<string>();
  if (!token) return <Wish onDone={setToken} onCancel={onClose} />;
  return (
    <Stack>
      <Text role="status" fw={600}>
        {t('account.tokens.once')}
      </Text>
      <CopyField label={t('account.tokens.token')} text={token} />
      <Button variant="default" className="touch" onClick={onClose} ml="auto">
        {t('common.close')}
      </Button>
    </Stack>
  );
}

function Wish({ onDone, onCancel }: { onDone: (token: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const send = async (values: Values) => {
    const scopes = SCOPES.filter((scope) => values(scope) !== '');
    if (scopes.length === 0) throw new Problem('FORM.SCOPES', t('account.tokens.noScope'), '');
    const day = values('expiresAt');
    const body = { name: values('name'), scopes, expiresAt: day ? endOfDay(day, NETWORK_ZONE) : null };
    return content(api.POST('/api/v1/tokens', { body }));
  };
  return (
    <Form
      send={send}
      touches={[['tokens']]}
      onDone={({ token }) => onDone(token)}
      onCancel={onCancel}
      submit={t('account.tokens.save')}
    >
      {(faultOf) => (
        <>
          <TextInput
            name="name"
            label={t('account.tokens.name')}
            description={t('account.tokens.nameHelp')}
            error={faultOf('name')}
            required
            maxLength={80}
            data-autofocus
          />
          <Fieldset legend={t('account.tokens.scopes')}>
            <Stack gap="sm">
              {SCOPES.map((scope) => (
                <Checkbox key={scope} name={scope} label={t(wordOf(scope))} />
              ))}
            </Stack>
          </Fieldset>
          <TextInput
            type="date"
            name="expiresAt"
            label={t('account.tokens.expires')}
            min={today(NETWORK_ZONE)}
            error={faultOf('expiresAt')}
          />
        </>
      )}
    </Form>
  );
}
