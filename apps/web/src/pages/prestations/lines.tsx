import { Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatEuros, formatHours, formatNumber } from '../../parts/format';
import type { Line } from './billing';

interface Props {
  readonly lines: readonly Line[];
  readonly netCents: number;
}

/** A table where there is room for one, a list on phones. */
export function Lines({ lines, netCents }: Props) {
  const { t } = useTranslation();
  if (lines.length === 0) return <Text>{t('prestations.lines.none')}</Text>;
  return (
    <>
      <LineTable lines={lines} />
      <Paper component="ul" className="rows" hiddenFrom="sm">
        {lines.map((line) => (
          <Paper component="li" key={line.id} withBorder p="sm">
            <What line={line} />
            <Group justify="space-between" mt="xs">
              <Text size="sm">
                <Quantity line={line} /> × <Price line={line} />
              </Text>
              <Text fw={600}>{formatEuros(line.netCents)}</Text>
            </Group>
          </Paper>
        ))}
      </Paper>
      <Text fw={700} size="lg" ta="right">
        {t('prestations.lines.total', { amount: formatEuros(netCents) })}
      </Text>
    </>
  );
}

function LineTable({ lines }: Pick<Props, 'lines'>) {
  const { t } = useTranslation();
  return (
    <Table visibleFrom="sm" verticalSpacing="sm" captionSide="top">
      <Table.Caption className="quiet">{t('prestations.lines.caption')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('prestations.lines.label')}</Table.Th>
          <Table.Th scope="col">{t('prestations.lines.quantity')}</Table.Th>
          <Table.Th scope="col">{t('prestations.lines.price')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('prestations.lines.amount')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>
              <What line={line} />
            </Table.Td>
            <Table.Td>
              <Quantity line={line} />
            </Table.Td>
            <Table.Td>
              <Price line={line} />
            </Table.Td>
            <Table.Td ta="right" className="grams">
              {formatEuros(line.netCents)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function What({ line: { label, details, servedOn } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <>
      <Text fw={600} className="typed">
        {label}
      </Text>
      <Text size="sm" className="quiet">
        {t('prestations.lines.served', { day: formatDay(servedOn) })}
      </Text>
      {details.length > 0 && (
        <details>
          <summary>{t('prestations.lines.details')}</summary>
          {details.map((detail) => (
            <Text size="sm" key={detail} className="typed">
              {detail}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}

function Quantity({ line: { quantity, unit } }: { line: Line }) {
  const { t } = useTranslation();
  const count = Number(quantity);
  if (unit === 'HUR') return formatHours(count);
  return t(`prestations.quantities.${unit}`, { count, quantity: formatNumber(count, 4) });
}

function Price({ line: { unitPriceCents, basis, unit } }: { line: Line }) {
  const { t } = useTranslation();
  const price = formatEuros(unitPriceCents);
  if (basis === 1) return price;
  const quantity = t(`prestations.quantities.${unit}`, { count: basis, quantity: formatNumber(basis) });
  return t('prestations.lines.per', { price, quantity });
}
