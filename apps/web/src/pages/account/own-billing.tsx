import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useMe } from '../../frame/use-me';
import type { IdentityAccess } from '../../parts/billing-identity/access';
import { BillingIdentity } from '../../parts/billing-identity/billing-identity';
import { Section } from './section';

const ADDRESS = '/api/v1/me/billing-identity';

const OWN: IdentityAccess = {
  query: get(ADDRESS),
  put: (body) => content(api.PUT(ADDRESS, { body })),
  remove: () => content(api.DELETE(ADDRESS)),
  touches: [ADDRESS],
};

/** The name and address on the person's own invoices. */
export function OwnBilling() {
  const { t } = useTranslation();
  const { member } = useMe();
  return (
    <Section id="billing" title={t('billing-identity.title')} intro={t('billing-identity.intro')}>
      <BillingIdentity access={OWN} name={member.displayName} mayChange />
    </Section>
  );
}
