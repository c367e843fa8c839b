import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatMoment } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import { type Column, DataTable } from '../../../parts/table/data-table';

type Failure = Schemas['MailStatus']['failures'][number];

/** The last mails that the mail server did not accept. */
export function MailFailures({ failures }: { failures: readonly Failure[] }) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): Column<Failure>[] => [
      {
        id: 'at',
        header: t('mail.failures.at'),
        value: ({ at }) => at,
        cell: ({ at }) => formatMoment(at),
      },
      { id: 'mail', header: t('mail.failures.mail'), value: ({ subject }) => subject },
      { id: 'address', header: t('mail.failures.address'), value: ({ address }) => address },
      { id: 'answer', header: t('mail.failures.answer'), value: ({ answer }) => answer },
      {
        id: 'state',
        header: t('mail.failures.state'),
        value: ({ state }) => state,
        cell: ({ state }) => (
          <StateBadge tone={state === 'failed' ? 'bad' : 'soon'}>{t(`mail.failures.${state}`)}</StateBadge>
        ),
      },
    ],
    [t],
  );
  return (
    <DataTable
      label={t('mail.failures.list')}
      columns={columns}
      rows={failures}
      rowId={({ at, address, template }) => `${at} ${address} ${template}`}
      empty={<p className="quiet">{t('mail.failures.none')}</p>}
    />
  );
}
