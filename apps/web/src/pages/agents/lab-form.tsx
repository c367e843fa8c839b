import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Lab } from '../../api/queries';
import { useMe } from '../../frame/use-me';
import { Form, type Values } from '../../parts/form';
import { NETWORK_ZONE } from '../../parts/zone';

/** A new lab, or what is changed of one. */
export function LabForm({ lab, onDone }: { lab?: Lab; onDone: () => void }) {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const zone = lab?.timeZone ?? NETWORK_ZONE;
  const zones = [...new Set([zone, NETWORK_ZONE, ...Intl.supportedValuesOf('timeZone')])].sort();
  const send = (values: Values) => {
    const body = { name: values('name'), timeZone: values('timeZone') };
    if (!lab) return content(api.POST('/api/v1/labs', { body }));
    const selfRegistration = values('selfRegistration') !== '';
    return content(
      api.PATCH('/api/v1/labs/{id}', {
        params: { path: { id: lab.id } },
        body: { ...body, selfRegistration },
      }),
    );
  };
  return (
    <Form
      send={send}
      touches={[['labs']]}
      onDone={onDone}
      onCancel={onDone}
      submit={t(lab ? 'common.save' : 'agents.form.create')}
    >
      {(faultOf) => (
        <>
          <TextInput
            name="name"
            label={t('agents.form.name')}
            defaultValue={lab?.name}
            error={faultOf('name')}
            required
            maxLength={100}
            data-autofocus
          />
          <NativeSelect
            name="timeZone"
            label={t('agents.form.zone')}
            defaultValue={zone}
            error={faultOf('timeZone')}
            data={zones}
          />
          {lab && (
            <Switch
              name="selfRegistration"
              label={t('agents.form.selfRegistration')}
              description={t(sendsMail ? 'agents.form.selfRegistrationHelp' : 'agents.form.noMail')}
              defaultChecked={lab.selfRegistration}
              disabled={!sendsMail && !lab.selfRegistration}
            />
          )}
        </>
      )}
    </Form>
  );
}
