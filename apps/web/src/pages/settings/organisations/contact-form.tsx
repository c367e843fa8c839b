import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import { Form } from '../../../parts/form/form';

export type Contact = Schemas['Contact'];

interface Props {
  readonly organisationId: string;
  /** The contact to change; absent: another one is added. */
  readonly contact?: Contact;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a contact at a client, or changes one. */
export function ContactForm({ organisationId: id, contact, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const initial = {
    name: contact?.name ?? '',
    duty: contact?.duty ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
  };
  const send = ({ name, duty, email, phone }: typeof initial) => {
    const body = { name, duty: orNull(duty), email: orNull(email), phone: orNull(phone) };
    if (!contact)
      return content(api.POST('/api/v1/organisations/{id}/contacts', { params: { path: { id } }, body }));
    const params = { path: { id, contactId: contact.id } };
    return content(api.PATCH('/api/v1/organisations/{id}/contacts/{contactId}', { params, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={[['/api/v1/organisations/{id}/contacts', { id }]]}
      onDone={onDone}
      onCancel={onCancel}
      submit={contact ? t('common.save') : t('organisations.contacts.save')}
      draft={`contact-${contact?.id ?? id}`}
    >
      {({ field }) => (
        <>
          <TextInput {...field('name')} label={t('organisations.contacts.name')} required maxLength={120} />
          <TextInput
            {...field('duty')}
            label={t('organisations.contacts.duty')}
            description={t('organisations.contacts.dutyHelp')}
            maxLength={120}
          />
          <TextInput
            {...field('email')}
            type="email"
            label={t('organisation-form.field.email')}
            maxLength={254}
          />
          <TextInput
            {...field('phone')}
            type="tel"
            label={t('organisations.contacts.phone')}
            maxLength={40}
          />
        </>
      )}
    </Form>
  );
}
