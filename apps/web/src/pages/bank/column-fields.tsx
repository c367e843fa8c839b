import { Button, Group, NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOrderValues, decimalSignValues } from '../../api/schema';
import type { Mapping, Preview } from './bank';

const ROLES = [
  'date',
  'amount',
  'debit',
  'credit',
  'direction',
  'text',
  'moreText',
  'name',
  'reference',
  'bankId',
  'currency',
] as const;
type Role = (typeof ROLES)[number];

const NOTHING = {
  amount: null,
  debit: null,
  credit: null,
  direction: null,
  name: null,
  reference: null,
  bankId: null,
  currency: null,
};
/** Before anything was found: the first column has the date, the second one the text. */
const FIRST: Mapping = { ...NOTHING, date: 0, text: [1], dayOrder: 'dmy', decimalSign: ',' };

function columnOf(mapping: Mapping, role: Role): number | null {
  if (role === 'text') return mapping.text[0] ?? null;
  if (role === 'moreText') return mapping.text[1] ?? null;
  return mapping[role] ?? null;
}

/** The mapping with another column for a role. One column of amounts takes the place of debit and credit. */
export function withColumn(mapping: Mapping, role: Role, column: number | null): Mapping {
  const { text } = mapping;
  if (role === 'date') return { ...mapping, date: column ?? mapping.date };
  if (role === 'text') return { ...mapping, text: [column ?? text[0] ?? 0, ...text.slice(1)] };
  if (role === 'moreText') return { ...mapping, text: [text[0] ?? 0, ...(column === null ? [] : [column])] };
  if (role === 'amount' && column !== null) return { ...mapping, amount: column, debit: null, credit: null };
  if ((role === 'debit' || role === 'credit') && column !== null)
    return { ...mapping, amount: null, direction: null, [role]: column };
  return { ...mapping, [role]: column };
}

interface Props {
  readonly preview: Preview;
  readonly mapping: Mapping | undefined;
  readonly onChange: (mapping: Mapping) => void;
  readonly onRead: () => void;
  readonly isReading: boolean;
}

const MOST_SAMPLE = 24;
const isNeeded = (role: Role): boolean => role === 'date' || role === 'text';

/** Which column of a CSV file has what. Open where the columns were not found. */
export function ColumnFields({ preview, mapping = FIRST, onChange, onRead, isReading }: Props) {
  const { t } = useTranslation();
  const { headings, samples } = preview;
  const width = Math.max(headings?.length ?? 0, ...samples.map(({ length }) => length));
  const nameOf = (at: number) => {
    const title = headings?.[at]?.trim() || t('bank.column', { number: at + 1 });
    const sample = samples.map((row) => row[at] ?? '').find((cell) => cell !== '');
    return sample ? t('bank.columnOf', { title, sample: sample.slice(0, MOST_SAMPLE) }) : title;
  };
  const columns = Array.from({ length: width }, (_, at) => ({ value: String(at), label: nameOf(at) }));
  const none = { value: '', label: t('bank.noColumn') };
  return (
    <details className="bank-columns" open={!preview.fits || undefined}>
      <summary>{t('bank.columns')}</summary>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {ROLES.map((role) => (
          <NativeSelect
            key={role}
            label={t(`bank.roles.${role}`)}
            value={String(columnOf(mapping, role) ?? '')}
            onChange={({ currentTarget: { value } }) =>
              onChange(withColumn(mapping, role, value === '' ? null : Number(value)))
            }
            data={isNeeded(role) ? columns : [none, ...columns]}
          />
        ))}
        <NativeSelect
          label={t('bank.dayOrder')}
          value={mapping.dayOrder}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...mapping, dayOrder: value as Mapping['dayOrder'] })
          }
          data={dayOrderValues.map((value) => ({ value, label: t(`bank.dayOrders.${value}`) }))}
        />
        <NativeSelect
          label={t('bank.decimalSign')}
          value={mapping.decimalSign}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...mapping, decimalSign: value as Mapping['decimalSign'] })
          }
          data={decimalSignValues.map((value) => ({
            value,
            label: t(value === ',' ? 'bank.comma' : 'bank.point'),
          }))}
        />
      </SimpleGrid>
      <Group mt="sm">
        <Button variant="default" className="touch" onClick={onRead} loading={isReading}>
          {t('bank.reread')}
        </Button>
      </Group>
    </details>
  );
}
