import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { demandDecimal } from '../../parts/decimal';
import { Form } from '../../parts/form/form';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { FilamentFields } from './filament-fields';
import { type Filament, filamentName } from './material';
import { NEW_FILAMENT, NEW_SPOOL, newFilamentOf } from './new-spool';

/** Adds a spool of a known filament, or of a new filament that is created with it. */
export function AddSpool({ labId, onDone }: { labId: string; onDone: () => void }) {
  const filaments = useQuery(get('/api/v1/filaments'));
  if (filaments.isPending) return <Loading />;
  if (filaments.isError)
    return <ProblemAlert error={filaments.error} retry={() => void filaments.refetch()} />;
  return <SpoolForm labId={labId} onDone={onDone} filaments={filaments.data.items} />;
}

interface Props {
  readonly labId: string;
  readonly onDone: () => void;
  readonly filaments: readonly Filament[];
}

function SpoolForm({ labId, onDone, filaments }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  // The filament is created first: if the spool then fails, the next attempt must not create the filament twice.
  const made = useRef<{ wanted: string; id: string }>(undefined);
  const filamentIdOf = async (typed: typeof NEW_SPOOL) => {
    if (typed.filamentId !== NEW_FILAMENT) return typed.filamentId;
    const body = newFilamentOf(typed);
    const wanted = JSON.stringify(body);
    if (made.current?.wanted !== wanted)
      made.current = { wanted, id: (await content(api.POST('/api/v1/filaments', { body }))).id };
    return made.current.id;
  };
  const send = async (typed: typeof NEW_SPOOL) => {
    const netGrams = demandDecimal('netGrams', typed.netGrams);
    const body = { filamentId: await filamentIdOf(typed), label: typed.label, netGrams };
    return content(api.POST('/api/v1/labs/{id}/spools', { params: { path: { id: labId } }, body }));
  };
  return (
    <Form
      initial={{ ...NEW_SPOOL, filamentId: filaments[0]?.id ?? NEW_FILAMENT }}
      draft={`spool-${labId}`}
      send={send}
      touches={[['/api/v1/labs/{id}/spools', { id: labId }], '/api/v1/filaments']}
      onDone={() => {
        toast(t('spools.isAdded'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('spools.added')}
    >
      {({ field, values }) => (
        <>
          <NativeSelect
            {...field('filamentId')}
            label={t('spools.form.filament')}
            data={[
              ...filaments.map((each) => ({ value: each.id, label: filamentName(each) })),
              { value: NEW_FILAMENT, label: t('spools.form.new') },
            ]}
          />
          {values.filamentId === NEW_FILAMENT && <FilamentFields field={field} />}
          <TextInput
            {...field('label')}
            label={t('spools.form.label')}
            description={t('spools.form.labelHelp')}
            required
            maxLength={60}
          />
          <TextInput {...field('netGrams')} label={t('spools.form.grams')} inputMode="decimal" required />
        </>
      )}
    </Form>
  );
}
