import { Button, Checkbox, Fieldset, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { scopeValues } from '../../api/schema';
import { CopyField } from '../../parts/copy-field';
import { Form } from '../../parts/form/form';
import { endOfDay, NETWORK_ZONE, today } from '../../parts/zone';
import { type Scope, wordOf } from './scopes';

/** A secret for a program, shown only once: the server keeps only its hash. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [token, setToken] = useState<string>();
  if (!token) return <NewTokenForm onDone={setToken} onCancel={onClose} />;
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

function NewTokenForm({ onDone, onCancel }: { onDone: (token: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const initial = {
    ...{ name: '', expiresAt: '' },
    ...(Object.fromEntries(scopeValues.map((scope) => [scope, false])) as Record<Scope, boolean>),
  };
  const send = async ({ name, expiresAt: day, ...ticked }: typeof initial) => {
    const scopes = scopeValues.filter((scope) => ticked[scope]);
    if (scopes.length === 0) throw new Problem('FORM.SCOPES', t('account.tokens.noScope'), '');
    const body = { name, scopes, expiresAt: day ? endOfDay(day, NETWORK_ZONE) : null };
    return content(api.POST('/api/v1/tokens', { body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/tokens']}
      onDone={({ token }) => onDone(token)}
      onCancel={onCancel}
      submit={t('account.tokens.save')}
    >
      {({ field, tick }) => (
        <>
          <TextInput
            {...field('name')}
            label={t('account.tokens.name')}
            description={t('account.tokens.nameHelp')}
            required
            maxLength={80}
            data-autofocus
          />
          <Fieldset legend={t('account.tokens.scopes')}>
            <Stack gap="sm">
              {scopeValues.map((scope) => (
                <Checkbox key={scope} {...tick(scope)} label={t(wordOf(scope))} />
              ))}
            </Stack>
          </Fieldset>
          <TextInput
            type="date"
            {...field('expiresAt')}
            label={t('account.tokens.expires')}
            min={today(NETWORK_ZONE)}
          />
        </>
      )}
    </Form>
  );
}
