import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { centsOf } from '../../parts/cents-of';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { todayInParis } from '../settings/today';
import { type Convention, TOUCHED } from './convention';

interface Props {
  readonly convention: Convention;
  /** Those that were used. */
  readonly headings: readonly string[];
}

/** Notes a cost or a contribution in kind. */
export function NewCost({ convention: { id }, headings }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const listId = useId();
  const labs = useQuery(get('/api/v1/labs'));
  const initial = { kind: 'cost', day: todayInParis(), heading: '', euros: '', labId: '', note: '' };
  return (
    <DialogButton label={t('conventions.costs.add')}>
      {(close) => (
        <Form
          initial={initial}
          send={async ({ kind, euros, labId, note, ...fields }) =>
            content(
              api.POST('/api/v1/conventions/{id}/costs', {
                params: { path: { id } },
                body: {
                  ...{ ...fields, kind: kind as Schemas['CostKind'], cents: centsOf('euros', euros) },
                  ...{ labId: labId || null, note: note || null },
                },
              }),
            )
          }
          touches={TOUCHED}
          onDone={() => {
            toast(t('conventions.costs.added'));
            close();
          }}
          onCancel={close}
          submit={t('conventions.costs.add')}
        >
          {({ field }) => (
            <>
              <NativeSelect
                label={t('conventions.costs.kind')}
                {...field('kind')}
                data={(['cost', 'in-kind'] as const).map((value) => ({
                  ...{ value, label: t(`conventions.costs.kinds.${value}`) },
                }))}
              />
              <TextInput
                label={t('conventions.costs.heading')}
                description={t('conventions.costs.headingHelp')}
                {...field('heading')}
                maxLength={120}
                list={listId}
                required
              />
              <datalist id={listId}>
                {headings.map((heading) => (
                  <option key={heading} value={heading} />
                ))}
              </datalist>
              <TextInput type="date" label={t('conventions.costs.day')} {...field('day')} required />
              <TextInput
                label={t('conventions.costs.amount')}
                {...field('euros')}
                inputMode="decimal"
                rightSection="€"
                required
              />
              <NativeSelect
                label={t('conventions.costs.lab')}
                {...field('labId')}
                data={[
                  { value: '', label: t('conventions.costs.network') },
                  ...(labs.data?.items ?? []).map(({ id: value, name }) => ({ value, label: name })),
                ]}
              />
              <TextInput label={t('conventions.costs.note')} {...field('note')} maxLength={300} />
            </>
          )}
        </Form>
      )}
    </DialogButton>
  );
}
