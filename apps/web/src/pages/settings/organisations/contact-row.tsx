import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { DialogButton } from '../../../parts/dialog-button';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { type Contact, ContactForm } from './contact-form';

interface Props {
  readonly organisationId: string;
  readonly contact: Contact;
  readonly mayChange: boolean;
}

/** One contact of a client. A removed one can be taken back. */
export function ContactRow({ organisationId: id, contact, mayChange }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { name, duty, email, phone } = contact;
  const touches = [['/api/v1/organisations/{id}/contacts', { id }]] as const;
  const removal = useChange(
    () =>
      content(
        api.DELETE('/api/v1/organisations/{id}/contacts/{contactId}', {
          params: { path: { id, contactId: contact.id } },
        }),
      ),
    touches,
    () => toast(t('organisations.contacts.removed', { name }), { act: takeBack, touches }),
  );
  const takeBack = () =>
    content(
      api.POST('/api/v1/organisations/{id}/contacts', {
        params: { path: { id } },
        body: { name, duty, email, phone },
      }),
    );
  return (
    <Paper component="li" withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <div className="row-main typed">
          <Text fw={600}>{name}</Text>
          <Text size="sm" className="quiet">
            {duty}
          </Text>
          <Group gap="md">
            {email && <Anchor href={`mailto:${email}`}>{email}</Anchor>}
            {phone && <Anchor href={`tel:${phone}`}>{phone}</Anchor>}
          </Group>
        </div>
        {mayChange && (
          <Group gap="xs">
            <DialogButton
              label={t('organisations.contacts.change')}
              aria-label={`${t('organisations.contacts.change')} – ${name}`}
            >
              {(close) => (
                <ContactForm organisationId={id} contact={contact} onDone={close} onCancel={close} />
              )}
            </DialogButton>
            <Button
              variant="default"
              className="touch"
              aria-label={`${t('organisations.contacts.remove')} – ${name}`}
              loading={removal.isPending}
              onClick={() => removal.mutate()}
            >
              {t('organisations.contacts.remove')}
            </Button>
          </Group>
        )}
      </Group>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </Paper>
  );
}
