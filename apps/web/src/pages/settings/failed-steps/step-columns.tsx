import { Code } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Schemas } from '../../../api/client';
import { formatMoment, formatNumber } from '../../../parts/format';
import type { Column } from '../../../parts/table/data-table';
import { ReplayButton } from './replay-button';

type FailedStep = Schemas['DeadLetter'];

/** The name of a task in words; that of another version as it is. */
const nameOf = (t: TFunction, name: string): string =>
  t(`failed-steps.names.${name.replace('.', '-')}`, { defaultValue: name });

/** The columns of the list of failed tasks. */
export const stepColumns = (t: TFunction): Column<FailedStep>[] => [
  { id: 'step', header: t('failed-steps.step'), cell: ({ name }) => nameOf(t, name) },
  {
    id: 'error',
    header: t('failed-steps.error'),
    cell: ({ error, id, data }) => (
      <div className="settings-stack typed">
        <span>{error}</span>
        <details>
          <summary>{t('failed-steps.data')}</summary>
          <Code block className="wrapped">
            {JSON.stringify({ id, ...data }, null, 2)}
          </Code>
        </details>
      </div>
    ),
  },
  {
    id: 'attempts',
    header: t('failed-steps.attempts'),
    cell: ({ attempts }) => formatNumber(attempts),
    isFigure: true,
  },
  {
    id: 'first',
    header: t('failed-steps.first'),
    cell: ({ firstFailedAt }) => formatMoment(firstFailedAt),
    choice: 'hidden',
  },
  { id: 'last', header: t('failed-steps.last'), cell: ({ lastFailedAt }) => formatMoment(lastFailedAt) },
  {
    id: 'actions',
    header: t('settings.actions'),
    isFigure: true,
    cell: ({ id }) => <ReplayButton id={id} />,
  },
];
