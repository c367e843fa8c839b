import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';

/** The tariff of the prints: only shown when there is a choice. */
export function TariffChoice(props: Omit<NativeSelectProps, 'data' | 'label'>) {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/tariffs'));
  if (!data || data.items.length < 2) return null;
  const others = data.items.filter(({ standard }) => !standard);
  return (
    <NativeSelect
      {...props}
      label={t('prestations.form.tariff')}
      data={[
        { value: '', label: t('prestations.form.standard') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
