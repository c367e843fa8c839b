import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { labsQuery } from '../../api/queries';
import { vatCaseAnyOf0Values } from '../../api/schema';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { type PrestationDetail, responsiblesQuery, TOUCHED } from './billing';

const VAT_CASES = vatCaseAnyOf0Values.filter((each) => each !== null);

const initialOf = (prestation: PrestationDetail) => ({
  title: prestation.title,
  responsibleId: prestation.responsibleId ?? '',
  labId: prestation.labId ?? '',
  startsOn: prestation.startsOn ?? '',
  endsOn: prestation.endsOn ?? '',
  purchaseOrder: prestation.purchaseOrder ?? '',
  notes: prestation.notes ?? '',
  vatCase: (prestation.vatCase ?? '') as string,
  printsCharged: prestation.printsCharged,
});

const bodyOf = (typed: ReturnType<typeof initialOf>) => ({
  title: typed.title,
  responsibleId: orNull(typed.responsibleId),
  labId: orNull(typed.labId),
  startsOn: orNull(typed.startsOn),
  endsOn: orNull(typed.endsOn),
  purchaseOrder: orNull(typed.purchaseOrder),
  notes: orNull(typed.notes),
  vatCase: VAT_CASES.find((each) => each === typed.vatCase) ?? null,
  printsCharged: typed.printsCharged,
});

/** Who is responsible, when, for which order of the client, and how VAT applies. */
export function EditPrestation({ prestation, onDone }: { prestation: PrestationDetail; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const responsibles = useQuery(responsiblesQuery);
  const labs = useQuery(labsQuery);
  const params = { path: { id: prestation.id } };
  const none = { value: '', label: '–' };
  return (
    <Form
      initial={initialOf(prestation)}
      draft={`prestation-${prestation.id}`}
      send={(typed) => content(api.PATCH('/api/v1/prestations/{id}', { params, body: bodyOf(typed) }))}
      touches={TOUCHED}
      onDone={() => {
        toast(t('prestations.changed'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field, tick }) => (
        <>
          <TextInput
            {...field('title')}
            label={t('prestations.form.title')}
            description={t('prestations.form.titleHelp')}
            required
            maxLength={300}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              {...field('responsibleId')}
              label={t('prestations.responsible')}
              data={[
                none,
                ...(responsibles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <NativeSelect
              {...field('labId')}
              label={t('prestations.form.lab')}
              data={[none, ...(labs.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
            />
            <TextInput type="date" {...field('startsOn')} label={t('prestations.startsOn')} />
            <TextInput type="date" {...field('endsOn')} label={t('prestations.endsOn')} />
          </SimpleGrid>
          <TextInput {...field('purchaseOrder')} label={t('prestations.form.order')} maxLength={50} />
          <NativeSelect
            {...field('vatCase')}
            label={t('prestations.form.vatCase')}
            data={[
              { value: '', label: t('prestations.vatCases.usual') },
              ...VAT_CASES.map((value) => ({ value, label: t(`prestations.vatCases.${value}`) })),
            ]}
          />
          <Checkbox {...tick('printsCharged')} label={t('prestations.form.printsCharged')} />
          <Textarea
            {...field('notes')}
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
