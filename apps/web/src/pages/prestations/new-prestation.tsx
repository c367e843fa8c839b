import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { OrganisationForm } from '../../parts/organisation-form/organisation-form';
import type { Organisation } from './billing';
import { ClientChoice } from './client-choice';
import { TariffChoice } from './tariff-choice';

interface Props {
  readonly onDone: (prestation: { id: string }) => void;
  readonly onCancel: () => void;
}

/** First the client, then the subject: a client that is not known yet is registered first. */
export function NewPrestation({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [isRegistering, setRegistering] = useState(false);
  const [registered, setRegistered] = useState<Pick<Organisation, 'id' | 'name'>>();
  if (isRegistering)
    return (
      <Stack>
        <Button variant="subtle" onClick={() => setRegistering(false)} mr="auto">
          ← {t('prestations.form.chooseKnown')}
        </Button>
        <OrganisationForm
          onDone={(organisation) => {
            setRegistered(organisation);
            setRegistering(false);
          }}
        />
      </Stack>
    );
  return (
    <PrestationForm
      registered={registered}
      onRegister={() => setRegistering(true)}
      onDone={onDone}
      onCancel={onCancel}
    />
  );
}

const EMPTY = { organisationId: '', title: '', purchaseOrder: '', tariffId: '' };

interface FormProps extends Props {
  readonly registered: Pick<Organisation, 'id' | 'name'> | undefined;
  readonly onRegister: () => void;
}
function PrestationForm({ registered, onRegister, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const send = ({ organisationId, title, purchaseOrder, tariffId }: typeof EMPTY) => {
    const body = {
      organisationId,
      title,
      ...(purchaseOrder && { purchaseOrder }),
      ...(tariffId && { tariffId }),
    };
    return content(api.POST('/api/v1/prestations', { body }));
  };
  return (
    <Form
      initial={EMPTY}
      draft="prestation"
      send={send}
      touches={['/api/v1/prestations']}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('prestations.form.create')}
    >
      {({ field, set }) => (
        <>
          <ClientChoice
            registered={registered}
            field={field}
            onRegistered={(organisationId) => set({ organisationId })}
          />
          <Button variant="default" onClick={onRegister} mr="auto">
            {t('prestations.form.register')}
          </Button>
          <TextInput
            {...field('title')}
            label={t('prestations.form.title')}
            description={t('prestations.form.titleHelp')}
            required
            maxLength={300}
          />
          <TextInput {...field('purchaseOrder')} label={t('prestations.form.order')} maxLength={50} />
          <TariffChoice {...field('tariffId')} />
        </>
      )}
    </Form>
  );
}
