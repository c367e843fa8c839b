import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import type { Member } from '../../api/queries';
import { holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import type { IdentityAccess } from '../../parts/billing-identity/access';
import { BillingIdentity } from '../../parts/billing-identity/billing-identity';

const ADDRESS = '/api/v1/members/{id}/billing-identity';

const accessOf = (id: string): IdentityAccess => {
  const params = { path: { id } };
  return {
    query: get(ADDRESS, params),
    put: (body) => content(api.PUT(ADDRESS, { params, body })),
    remove: () => content(api.DELETE(ADDRESS, { params })),
    touches: [[ADDRESS, { id }]],
  };
};

/** The name and address on a member's invoices. */
export function BillingSection({ member: { id, displayName } }: { member: Member }) {
  const { t } = useTranslation();
  const mayChange = holds(useMe(), ...LAB_STAFF);
  return (
    <Stack component="section" gap="xs" align="flex-start" aria-labelledby="billing">
      <Title order={3} size="h4" id="billing">
        {t('billing-identity.title')}
      </Title>
      <BillingIdentity access={accessOf(id)} name={displayName} mayChange={mayChange} />
    </Stack>
  );
}
