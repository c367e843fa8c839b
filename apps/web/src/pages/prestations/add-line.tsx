import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { demandDecimal } from '../../parts/decimal';
import { Form, type Values } from '../../parts/form';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { ActivityField } from './activity-field';
import { priceOf, UNITS } from './billing';

const bodyOf = (values: Values) => ({
  label: values('label'),
  quantity: String(demandDecimal('quantity', values('quantity'))),
  unit: values('unit') as (typeof UNITS)[number],
  ...priceOf(values('unitPriceCents')),
  activity: values('activity'),
  nature: values('nature') as 'goods' | 'services',
  servedOn: values('servedOn'),
});

/** A line for what no machine measured, such as training or advice. */
export function AddLine({ prestationId, onDone }: { prestationId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const params = { path: { id: prestationId } };
  return (
    <Form
      send={async (values) =>
        content(api.POST('/api/v1/prestations/{id}/lines', { params, body: bodyOf(values) }))
      }
      touches={[['prestation', prestationId]]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('prestations.line.save')}
    >
      {(faultOf) => (
        <>
          <TextInput
            name="label"
            label={t('prestations.line.label')}
            error={faultOf('label')}
            required
            maxLength={300}
            data-autofocus
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              name="quantity"
              label={t('prestations.line.quantity')}
              defaultValue="1"
              inputMode="decimal"
              error={faultOf('quantity')}
              required
            />
            <NativeSelect
              name="unit"
              label={t('prestations.line.unit')}
              data={UNITS.map((value) => ({ value, label: t(`prestations.units.${value}`) }))}
            />
          </SimpleGrid>
          <TextInput
            name="unitPriceCents"
            label={t('prestations.line.price')}
            description={t('prestations.line.priceHelp')}
            inputMode="decimal"
            error={faultOf('unitPriceCents')}
            required
          />
          <ActivityField fault={faultOf('activity')} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              name="nature"
              label={t('prestations.line.nature')}
              data={(['services', 'goods'] as const).map((value) => ({
                value,
                label: t(`prestations.line.${value}`),
              }))}
            />
            <TextInput
              type="date"
              name="servedOn"
              label={t('prestations.line.servedOn')}
              defaultValue={today(NETWORK_ZONE)}
              error={faultOf('servedOn')}
              required
            />
          </SimpleGrid>
        </>
      )}
    </Form>
  );
}
