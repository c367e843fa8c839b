import { Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { ContactForm } from './contact-form';
import { ContactRow } from './contact-row';

/** The people to write to at a client. */
export function Contacts({ id, mayChange }: { id: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const contacts = useQuery(get('/api/v1/organisations/{id}/contacts', { path: { id } }));
  return (
    <Stack component="section" gap="sm" aria-labelledby="contacts">
      <Group justify="space-between">
        <Title order={2} size="h3" id="contacts">
          {t('organisations.contacts.title')}
        </Title>
        {mayChange && (
          <DialogButton label={t('organisations.contacts.add')}>
            {(close) => <ContactForm organisationId={id} onDone={close} onCancel={close} />}
          </DialogButton>
        )}
      </Group>
      {contacts.isPending && <Loading />}
      {contacts.isError && <ProblemAlert error={contacts.error} retry={() => void contacts.refetch()} />}
      {contacts.data?.items.length === 0 && (
        <Empty title={t('organisations.contacts.none')}>
          <p>{t('organisations.contacts.noneCure')}</p>
        </Empty>
      )}
      {contacts.data && contacts.data.items.length > 0 && (
        <ul className="rows">
          {contacts.data.items.map((contact) => (
            <ContactRow key={contact.id} organisationId={id} contact={contact} mayChange={mayChange} />
          ))}
        </ul>
      )}
    </Stack>
  );
}
