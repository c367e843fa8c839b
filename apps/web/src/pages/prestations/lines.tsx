import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { Thumbnail } from '../../parts/file/thumbnail';
import { formatDay, formatEuros, formatHours, formatNumber } from '../../parts/format';
import type { Line } from './billing';
import { useJobOfLine } from './print-pictures';
import '../../parts/table/table.css';
import './sums.css';

interface Props {
  readonly prestationId: string;
  readonly lines: readonly Line[];
  readonly netCents: number;
}

/** The lines: a table, and where there is little room a card for each line. */
export function Lines({ prestationId, lines, netCents }: Props) {
  const { t } = useTranslation();
  const jobOf = useJobOfLine(prestationId, lines);
  if (lines.length === 0) return <Text>{t('prestations.lines.none')}</Text>;
  const figures = ['quantity', 'price', 'amount'] as const;
  const label = (name: (typeof figures)[number]) => t(`prestations.lines.${name}`);
  return (
    <div className="list">
      <table className="table" aria-label={t('prestations.lines.caption')}>
        <thead>
          <tr>
            <th scope="col">{t('prestations.lines.label')}</th>
            {figures.map((name) => (
              <th key={name} scope="col" data-figure>
                {label(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <What line={line} job={jobOf(line)} />
              </td>
              <td data-figure data-label={label('quantity')}>
                <Quantity line={line} />
              </td>
              <td data-figure data-label={label('price')}>
                <Price line={line} />
              </td>
              <td data-figure data-label={label('amount')}>
                <b>{formatEuros(line.netCents)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text fw={700} size="lg" ta="right">
        {t('prestations.lines.total', { amount: formatEuros(netCents) })}
      </Text>
    </div>
  );
}

interface WhatProps {
  readonly line: Line;
  readonly job: Job | undefined;
}
function What({ line: { kind, label, details, servedOn }, job }: WhatProps) {
  const { t } = useTranslation();
  return (
    <div className="line-what">
      {kind === 'print' && <Picture job={job} />}
      <div>
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
      </div>
    </div>
  );
}

/** The print that a line charges. The box is there before its picture. */
function Picture({ job }: { job: Job | undefined }) {
  const { t } = useTranslation();
  const picture = <Thumbnail pictures={job?.thumbnails ?? []} width={64} alt="" />;
  if (!job) return picture;
  return (
    <Link to={`/jobs/${job.id}`} aria-label={t('prestations.lines.job', { file: job.fileName })}>
      {picture}
    </Link>
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
