import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from '../form/form';
import { useToast } from '../toasts/use-toast';
import type { Identity, IdentityAccess } from './access';

interface Props {
  readonly identity: Identity | null;
  readonly name: string;
  readonly access: IdentityAccess;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The fields of a billing identity. */
export function IdentityForm({ identity, name, access, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { addressLine = '', postcode = '', city = '', countryCode = 'FR' } = identity ?? {};
  return (
    <Form
      initial={{ name: identity?.name ?? name, addressLine, postcode, city, countryCode }}
      send={(values) => access.put({ ...values, countryCode: values.countryCode.toUpperCase() })}
      touches={access.touches}
      onDone={() => {
        onDone();
        toast(t('billing-identity.saved'));
      }}
      onCancel={onCancel}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <TextInput {...field('name')} label={t('billing-identity.name')} required maxLength={200} />
          <TextInput
            {...field('addressLine')}
            label={t('billing-identity.addressLine')}
            autoComplete="street-address"
            required
            maxLength={200}
          />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput
              {...field('postcode')}
              label={t('billing-identity.postcode')}
              autoComplete="postal-code"
              required
              maxLength={12}
            />
            <TextInput
              {...field('city')}
              label={t('billing-identity.city')}
              autoComplete="address-level2"
              required
              maxLength={100}
            />
            <TextInput
              {...field('countryCode')}
              label={t('billing-identity.countryCode')}
              required
              maxLength={2}
            />
          </SimpleGrid>
        </>
      )}
    </Form>
  );
}
