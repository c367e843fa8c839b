import { Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ACCOUNTANTS, holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { Loading } from '../../../parts/loading';
import { organisationQuery } from '../../../parts/organisation-form/organisation';
import { OrganisationForm } from '../../../parts/organisation-form/organisation-form';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsFrame } from '../settings-frame';
import { Account } from './account';
import { Contacts } from './contacts';
import { Figures } from './figures';
import { Identity } from './identity';
import { Orders } from './orders';
import { Papers } from './papers';
import { PartnerSection } from './partner-section';

/** One client: what invoices say of it, its contacts, what it bought and owes, its orders and documents. */
export function OrganisationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const isAccountant = holds(useMe(), ...ACCOUNTANTS);
  const toast = useToast();
  const found = useQuery(organisationQuery(id));
  if (found.isPending || found.isError)
    return (
      <SettingsFrame name="organisations" of={t('organisations.one')}>
        {found.isPending ? (
          <Loading />
        ) : (
          <ProblemAlert error={found.error} retry={() => void found.refetch()} />
        )}
      </SettingsFrame>
    );
  const organisation = found.data;
  return (
    <SettingsFrame
      name="organisations"
      of={organisation.name}
      actions={
        isAccountant && (
          <DialogButton label={t('organisations.change')} dialogSize="lg">
            {(close) => (
              <OrganisationForm
                organisation={organisation}
                onCancel={close}
                onDone={() => {
                  close();
                  toast(t('organisations.saved'));
                }}
              />
            )}
          </DialogButton>
        )
      }
    >
      <Paper withBorder p="md">
        <Identity organisation={organisation} />
      </Paper>
      <Stack gap="xl">
        <Contacts id={id} mayChange={isAccountant} />
        <PartnerSection organisationId={id} />
        {isAccountant && (
          <>
            <Figures organisationId={id} />
            <Account client={organisation} />
            <Orders organisationId={id} />
            <Papers organisationId={id} />
          </>
        )}
      </Stack>
    </SettingsFrame>
  );
}
