import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../dialog-button';
import { Loading } from '../loading';
import { ProblemAlert } from '../problem-alert';
import type { Identity, IdentityAccess } from './access';
import { IdentityForm } from './identity-form';
import { RemoveIdentity } from './remove-identity';
import { en, fr } from './words';

addWords('billing-identity', { fr, en });

interface Props {
  readonly access: IdentityAccess;
  /** The name that a person without an identity is offered. */
  readonly name: string;
  readonly mayChange: boolean;
}

/** The name and address that invoices to a person bear, with what changes it. */
export function BillingIdentity({ access, name, mayChange }: Props) {
  const { t } = useTranslation();
  const identity = useQuery(access.query);
  if (identity.isPending) return <Loading />;
  if (identity.isError) return <ProblemAlert error={identity.error} retry={() => void identity.refetch()} />;
  const known = identity.data.identity;
  const label = t(known ? 'billing-identity.change' : 'billing-identity.add');
  return (
    <>
      {known ? <Address identity={known} /> : <Text>{t('billing-identity.none')}</Text>}
      {mayChange && (
        <Group gap="xs">
          <DialogButton label={label} title={t('billing-identity.title')}>
            {(close) => (
              <IdentityForm identity={known} name={name} access={access} onDone={close} onCancel={close} />
            )}
          </DialogButton>
          {known && <RemoveIdentity identity={known} access={access} />}
        </Group>
      )}
    </>
  );
}

const Address = ({ identity }: { identity: Identity }) => (
  <Text component="address" fs="normal" className="typed">
    {identity.name}
    <br />
    {identity.addressLine}
    <br />
    {identity.postcode} {identity.city} {identity.countryCode === 'FR' ? '' : identity.countryCode}
  </Text>
);
