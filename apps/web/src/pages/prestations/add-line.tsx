import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { natureValues, unitValues } from '../../api/schema';
import { demandDecimal } from '../../parts/decimal';
import { Form } from '../../parts/form/form';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { ActivityField } from './activity-field';
import { activitiesOf, priceOf, type Seller, sellerQuery } from './billing';

interface Props {
  readonly prestationId: string;
  readonly onDone: () => void;
}

/** Adds a line for work that no machine measured, such as training or advice. */
export function AddLine(props: Props) {
  const seller = useQuery(sellerQuery);
  if (seller.isPending) return <Loading />;
  if (seller.isError) return <ProblemAlert error={seller.error} retry={() => void seller.refetch()} />;
  return <LineForm {...props} seller={seller.data} />;
}

const initialOf = (seller: Seller | null) => ({
  label: '',
  quantity: '1',
  unit: unitValues[0] as (typeof unitValues)[number],
  unitPriceCents: '',
  activity: (seller && activitiesOf(seller).known[0]) ?? '',
  nature: natureValues[0] as (typeof natureValues)[number],
  servedOn: today(NETWORK_ZONE),
});

function LineForm({ prestationId, onDone, seller }: Props & { readonly seller: Seller | null }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id: prestationId } };
  const send = async (typed: ReturnType<typeof initialOf>) => {
    const quantity = String(demandDecimal('quantity', typed.quantity));
    const body = { ...typed, quantity, ...priceOf(typed.unitPriceCents) };
    return content(api.POST('/api/v1/prestations/{id}/lines', { params, body }));
  };
  return (
    <Form
      initial={initialOf(seller)}
      draft={`line-${prestationId}`}
      send={send}
      touches={['/api/v1/prestations']}
      onDone={() => {
        toast(t('prestations.lines.added'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('prestations.line.save')}
    >
      {({ field }) => (
        <>
          <TextInput {...field('label')} label={t('prestations.line.label')} required maxLength={300} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              {...field('quantity')}
              label={t('prestations.line.quantity')}
              inputMode="decimal"
              required
            />
            <NativeSelect
              {...field('unit')}
              label={t('prestations.line.unit')}
              data={unitValues.map((value) => ({ value, label: t(`prestations.units.${value}`) }))}
            />
          </SimpleGrid>
          <TextInput
            {...field('unitPriceCents')}
            label={t('prestations.line.price')}
            description={t('prestations.line.priceHelp')}
            inputMode="decimal"
            required
          />
          <ActivityField seller={seller} field={field} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              {...field('nature')}
              label={t('prestations.line.nature')}
              data={natureValues.map((value) => ({ value, label: t(`prestations.line.${value}`) }))}
            />
            <TextInput type="date" {...field('servedOn')} label={t('prestations.line.servedOn')} required />
          </SimpleGrid>
        </>
      )}
    </Form>
  );
}
