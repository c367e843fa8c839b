import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form, type Values } from '../../parts/form';
import type { Organisation } from './billing';
import { ClientChoice } from './client-choice';
import { OrganisationForm } from './organisation-form';

interface Props {
  readonly onDone: (prestation: { id: string }) => void;
  readonly onCancel: () => void;
}

/** First for whom, then what: a client that is not known yet is registered on the way. */
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

interface FormProps extends Props {
  readonly registered: Pick<Organisation, 'id' | 'name'> | undefined;
  readonly onRegister: () => void;
}
function PrestationForm({ registered, onRegister, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const send = (values: Values) => {
    const purchaseOrder = values('purchaseOrder');
    const tariffId = values('tariffId');
    const body = {
      organisationId: values('organisationId'),
      title: values('title'),
      ...(purchaseOrder && { purchaseOrder }),
      ...(tariffId && { tariffId }),
    };
    return content(api.POST('/api/v1/prestations', { body }));
  };
  return (
    <Form
      send={send}
      touches={[['prestations']]}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('prestations.form.create')}
    >
      {(faultOf) => (
        <>
          <ClientChoice registered={registered} />
          <Button variant="default" onClick={onRegister} mr="auto">
            {t('prestations.form.register')}
          </Button>
          <TextInput
            name="title"
            label={t('prestations.form.title')}
            description={t('prestations.form.titleHelp')}
            error={faultOf('title')}
            required
            maxLength={300}
          />
          <TextInput
            name="purchaseOrder"
            label={t('prestations.form.order')}
            error={faultOf('purchaseOrder')}
            maxLength={50}
          />
          <TariffChoice />
        </>
      )}
    </Form>
  );
}

/** Only asked where there is a choice. */
function TariffChoice() {
  const { t } = useTranslation();
  const tariffs = useQuery({
    queryKey: ['tariffs'],
    queryFn: async () => (await content(api.GET('/api/v1/tariffs'))).items,
  });
  if (!tariffs.data || tariffs.data.length < 2) return null;
  const others = tariffs.data.filter(({ standard }) => !standard);
  return (
    <NativeSelect
      name="tariffId"
      label={t('prestations.form.tariff')}
      data={[
        { value: '', label: t('prestations.form.standard') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
