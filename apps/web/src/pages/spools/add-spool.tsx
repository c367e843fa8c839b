import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { demandDecimal } from '../../parts/decimal';
import { Form, type Values } from '../../parts/form';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { FilamentFields } from './filament-fields';
import { type Filament, filamentName, filamentsQuery } from './material';

const NEW = 'new';

/** A spool of a filament that the network knows, or of one that it learns of with it. */
export function AddSpool({ labId, onDone }: { labId: string; onDone: () => void }) {
  const filaments = useQuery(filamentsQuery);
  if (filaments.isPending) return <Loading />;
  if (filaments.isError)
    return <ProblemAlert error={filaments.error} retry={() => void filaments.refetch()} />;
  return <SpoolForm labId={labId} onDone={onDone} filaments={filaments.data} />;
}

interface Props {
  readonly labId: string;
  readonly onDone: () => void;
  readonly filaments: readonly Filament[];
}

function SpoolForm({ labId, onDone, filaments }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(filaments[0]?.id ?? NEW);
  // The filament is made first: where the spool fails after it, the next try must not make it twice.
  const made = useRef<{ wanted: string; id: string }>(undefined);
  const filamentId = async (values: Values) => {
    if (chosen !== NEW) return chosen;
    const body = newFilament(values);
    const wanted = JSON.stringify(body);
    if (made.current?.wanted !== wanted)
      made.current = { wanted, id: (await content(api.POST('/api/v1/filaments', { body }))).id };
    return made.current.id;
  };
  const send = async (values: Values) => {
    const netGrams = demandDecimal('netGrams', values('netGrams'));
    const body = { filamentId: await filamentId(values), label: values('label'), netGrams };
    return content(api.POST('/api/v1/labs/{id}/spools', { params: { path: { id: labId } }, body }));
  };
  return (
    <Form
      send={send}
      touches={[['spools', labId], ['filaments']]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('spools.added')}
    >
      {(faultOf) => (
        <>
          <NativeSelect
            label={t('spools.form.filament')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={[
              ...filaments.map((each) => ({ value: each.id, label: filamentName(each) })),
              { value: NEW, label: t('spools.form.new') },
            ]}
          />
          {chosen === NEW && <FilamentFields faultOf={faultOf} />}
          <TextInput
            name="label"
            label={t('spools.form.label')}
            description={t('spools.form.labelHelp')}
            error={faultOf('label')}
            required
            maxLength={60}
          />
          <TextInput
            name="netGrams"
            label={t('spools.form.grams')}
            defaultValue="1000"
            inputMode="decimal"
            error={faultOf('netGrams')}
            required
          />
        </>
      )}
    </Form>
  );
}

const newFilament = (values: Values) => ({
  material: values('material'),
  brand: values('brand'),
  colour: values('colour'),
  diameterMm: demandDecimal('diameterMm', values('diameterMm')),
  densityGramsPerCm3: demandDecimal('densityGramsPerCm3', values('densityGramsPerCm3')),
});
