import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import type { Lab } from '../../../api/queries';
import { useMe } from '../../../frame/use-me';
import { Form } from '../../../parts/form/form';
import { NETWORK_ZONE } from '../../../parts/zone';

interface Props {
  readonly lab?: Lab;
  readonly onDone: () => void;
}

/** Creates or changes a lab. */
export function LabForm({ lab, onDone }: Props) {
  const { t } = useTranslation();
  const { sendsMail } = useMe();
  const zone = lab?.timeZone ?? NETWORK_ZONE;
  const zones = [...new Set([zone, NETWORK_ZONE, ...Intl.supportedValuesOf('timeZone')])].sort();
  const initial = { name: lab?.name ?? '', timeZone: zone, selfRegistration: lab?.selfRegistration ?? false };
  const send = ({ selfRegistration, ...body }: typeof initial) =>
    lab
      ? content(
          api.PATCH('/api/v1/labs/{id}', {
            params: { path: { id: lab.id } },
            body: { ...body, selfRegistration },
          }),
        )
      : content(api.POST('/api/v1/labs', { body }));
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/labs']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(lab ? 'common.save' : 'labs.form.create')}
    >
      {({ field, tick }) => (
        <>
          <TextInput {...field('name')} label={t('labs.form.name')} required maxLength={100} data-autofocus />
          <NativeSelect {...field('timeZone')} label={t('labs.form.zone')} data={zones} />
          {lab && (
            <Switch
              {...tick('selfRegistration')}
              label={t('labs.form.selfRegistration')}
              description={t(sendsMail ? 'labs.form.selfRegistrationHelp' : 'labs.form.noMail')}
              disabled={!sendsMail && !lab.selfRegistration}
            />
          )}
        </>
      )}
    </Form>
  );
}
