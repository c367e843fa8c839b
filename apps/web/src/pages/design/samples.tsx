import { Button, Card, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/empty';
import { Form } from '../../parts/form/form';
import { formatGrams } from '../../parts/format';
import { type Column, DataTable } from '../../parts/table/data-table';
import { useToast } from '../../parts/toasts/use-toast';
import { Part } from './part';

/** A form that keeps what is typed: reload the page to see it. Nothing is sent. */
export function SampleForm() {
  const { t } = useTranslation();
  const toast = useToast();
  return (
    <Part title={t('design.draft')}>
      <Card withBorder className="design-fields">
        <Form
          initial={{ name: '', material: 'PLA', tell: false }}
          draft="design"
          send={async ({ name }) => name}
          touches={[]}
          onDone={(name) => toast(t('design.sent', { name }))}
          submit={t('common.save')}
        >
          {({ field, tick }) => (
            <>
              <TextInput
                {...field('name')}
                label={t('design.field')}
                description={t('design.draftHelp')}
                required
              />
              <NativeSelect {...field('material')} label={t('design.choice')} data={['PLA', 'PETG', 'TPU']} />
              <Checkbox {...tick('tell')} label={t('design.check')} />
            </>
          )}
        </Form>
      </Card>
    </Part>
  );
}

interface Spool {
  readonly label: string;
  readonly material: string;
  readonly grams: number;
}
const SPOOLS: readonly Spool[] = [
  { label: 'Panda 1', material: 'PLA', grams: 812 },
  { label: 'Panda 2', material: 'PETG', grams: 95 },
  { label: 'Panda 10', material: 'TPU', grams: 430 },
];

/** A list that is searched, sorted, and whose columns are chosen. */
export function SampleTable() {
  const { t } = useTranslation();
  const columns = useMemo(
    (): readonly Column<Spool>[] => [
      { id: 'label', header: t('design.field'), value: ({ label }) => label },
      { id: 'material', header: t('design.choice'), choice: 'shown', value: ({ material }) => material },
      {
        ...{ id: 'grams', header: t('design.left'), isFigure: true, value: ({ grams }) => grams },
        cell: ({ grams }) => formatGrams(grams),
      },
    ],
    [t],
  );
  return (
    <Part title={t('design.list')}>
      <DataTable
        label={t('design.list')}
        columns={columns}
        rows={SPOOLS}
        rowId={({ label }) => label}
        isSearchable
        empty={<Empty title={t('design.empty')} />}
      />
    </Part>
  );
}

/** Short messages, one of which takes back what was done. */
export function SampleToasts() {
  const { t } = useTranslation();
  const toast = useToast();
  const [isLoaded, setLoaded] = useState(false);
  const load = () => {
    setLoaded(true);
    toast(t('design.loaded'), { act: async () => setLoaded(false), touches: [] });
  };
  return (
    <Part title={t('design.toasts')}>
      <Group>
        <Button className="touch" variant="default" onClick={() => toast(t('design.saved'))}>
          {t('design.toast')}
        </Button>
        <Button className="touch" variant="default" onClick={load} disabled={isLoaded}>
          {t('design.toastUndo')}
        </Button>
      </Group>
    </Part>
  );
}
