import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountryField } from '../../parts/country-field';
import type { Fields } from '../../parts/form/form';
import type { Values } from './prestation-values';

interface Props {
  readonly fields: Fields<Values>;
  readonly disabled: boolean;
}

/** Where goods go, if not to the client's address. */
export function DeliveryFields({ fields: { field, tick, values }, disabled }: Props) {
  const { t } = useTranslation();
  const at = (name: 'addressLine' | 'postcode' | 'city' | 'countryCode') => ({
    ...{ ...field(name), label: t(`prestations.form.${name}`), required: true, disabled },
  });
  return (
    <>
      <Checkbox
        {...tick('isElsewhere')}
        label={t('prestations.form.elsewhere')}
        description={t('prestations.form.elsewhereHelp')}
        disabled={disabled}
      />
      {values.isElsewhere && (
        <>
          <TextInput {...at('addressLine')} maxLength={200} />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <TextInput {...at('postcode')} maxLength={12} />
            <TextInput {...at('city')} maxLength={100} />
            <CountryField {...at('countryCode')} />
          </SimpleGrid>
        </>
      )}
    </>
  );
}
