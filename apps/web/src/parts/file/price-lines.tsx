import { Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { formatEuros, formatHours, formatNumber } from '../format';

type Line = NonNullable<Schemas['Preview']['price']>['lines'][number];

/** “30 min”, “12,3 g”, or a number of pieces. */
export function quantityOf({ quantity, unit }: Pick<Line, 'quantity' | 'unit'>, t: TFunction): string {
  if (unit === 'HUR') return formatHours(quantity);
  const number = formatNumber(Number(quantity), 3);
  return unit === 'C62' ? number : `${number}\u00a0${t(`file.cost.unit.${unit}`)}`;
}

/** The calculation of a price, shown on request. */
export function PriceLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{t('file.cost.details')}</summary>
      <Table captionSide="top" withTableBorder={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('file.cost.what')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t('file.cost.quantity')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t('file.cost.amount')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ code, material, quantity, unit, amountCents }) => (
            <Table.Tr key={code + material}>
              <Table.Td>{[t(`file.cost.line.${code}`), material].filter(Boolean).join(', ')}</Table.Td>
              <Table.Td ta="right">{quantityOf({ quantity, unit }, t)}</Table.Td>
              <Table.Td ta="right">{formatEuros(amountCents)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
