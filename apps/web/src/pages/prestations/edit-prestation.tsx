import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { labsQuery } from '../../api/queries';
import { type Fields, Form } from '../../parts/form/form';
import { Notice } from '../../parts/notice';
import { useToast } from '../../parts/toasts/use-toast';
import { type PrestationDetail, responsiblesQuery, TOUCHED } from './billing';
import { DeliveryFields } from './delivery-fields';
import { atFields, bodyOf, VAT_CASES, type Values, valuesOf } from './prestation-values';
import { TariffChoice } from './tariff-choice';

const NONE = { value: '', label: '–' };

/** Who is responsible, when, for which order of the client, where goods go, and how VAT applies. */
export function EditPrestation({ prestation, onDone }: { prestation: PrestationDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id: prestation.id } };
  const isFrozen = !prestation.acceptsLines;
  return (
    <Form
      initial={valuesOf(prestation)}
      draft={`prestation-${prestation.id}`}
      send={async (typed) => {
        try {
          return await content(api.PATCH('/api/v1/prestations/{id}', { params, body: bodyOf(typed) }));
        } catch (error) {
          throw atFields(error);
        }
      }}
      touches={TOUCHED}
      onDone={() => {
        toast(t('prestations.changed'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {(fields) => (
        <>
          {isFrozen && <Notice title={t('prestations.form.frozen')} />}
          <TextInput
            {...fields.field('title')}
            label={t('prestations.form.title')}
            description={t('prestations.form.titleHelp')}
            required
            maxLength={300}
            disabled={isFrozen}
          />
          <Plan fields={fields} isFrozen={isFrozen} />
          <TextInput
            {...fields.field('purchaseOrder')}
            label={t('prestations.form.order')}
            maxLength={50}
            disabled={isFrozen}
          />
          <TariffChoice {...fields.field('tariffId')} disabled={isFrozen} />
          <NativeSelect
            {...fields.field('vatCase')}
            label={t('prestations.form.vatCase')}
            disabled={isFrozen}
            data={[
              { value: '', label: t('prestations.vatCases.usual') },
              ...VAT_CASES.map((value) => ({ value, label: t(`prestations.vatCases.${value}`) })),
            ]}
          />
          <DeliveryFields fields={fields} disabled={isFrozen} />
          <Checkbox
            {...fields.tick('printsCharged')}
            label={t('prestations.form.printsCharged')}
            disabled={isFrozen}
          />
          <Textarea
            {...fields.field('notes')}
            label={t('prestations.form.notes')}
            description={t('prestations.form.notesHelp')}
            autosize={false}
            rows={3}
            maxLength={5000}
          />
        </>
      )}
    </Form>
  );
}

/** Who does it, where, and when. */
function Plan({ fields: { field }, isFrozen }: { fields: Fields<Values>; isFrozen: boolean }) {
  const { t } = useTranslation();
  const responsibles = useQuery(responsiblesQuery);
  const labs = useQuery(labsQuery);
  const choices = (items: readonly { id: string; name: string }[] = []) => [
    ...[NONE, ...items.map(({ id, name }) => ({ value: id, label: name }))],
  ];
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        {...field('responsibleId')}
        label={t('prestations.responsible')}
        data={choices(responsibles.data?.items)}
      />
      <NativeSelect
        {...field('labId')}
        label={t('prestations.form.lab')}
        data={choices(labs.data)}
        disabled={isFrozen}
      />
      <TextInput type="date" {...field('startsOn')} label={t('prestations.startsOn')} disabled={isFrozen} />
      <TextInput type="date" {...field('endsOn')} label={t('prestations.endsOn')} disabled={isFrozen} />
    </SimpleGrid>
  );
}
