import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Answer } from '../../api/get';
import { formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';

export type AgedBalance = Answer<'/api/v1/billing/balances'>;
type AgedClient = AgedBalance['items'][number];

/** By how long it is late. */
export const AGES = ['notDueCents', 'upTo30Cents', 'upTo60Cents', 'upTo90Cents', 'olderCents'] as const;

/** Nothing is shown for nothing: the figures that matter are seen sooner. */
const shown = (cents: number) => (cents === 0 ? null : formatEuros(cents));

/** The columns of the aged balance; each row leads to the client's account. */
export function useBalanceColumns(): readonly Column<AgedClient>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'name', header: t('balances.client') },
        value: ({ name }) => name,
        cell: ({ organisationId, name }) => (
          <Link to={`/settings/organisations/${organisationId}`} className="whole-row typed">
            {name}
          </Link>
        ),
      },
      ...AGES.map((age) => ({
        ...{ id: age, header: t(`balances.short.${age}`), isFigure: true, choice: 'shown' as const },
        value: (client: AgedClient) => client[age],
        cell: (client: AgedClient) => shown(client[age]),
      })),
      {
        ...{
          id: 'onAccountCents',
          header: t('balances.onAccountShort'),
          isFigure: true,
          choice: 'shown' as const,
        },
        value: ({ onAccountCents }) => onAccountCents,
        cell: ({ onAccountCents }) => shown(onAccountCents),
      },
      {
        ...{ id: 'openCents', header: t('balances.open'), isFigure: true },
        value: ({ openCents }) => openCents,
        cell: ({ openCents }) => <b>{formatEuros(openCents)}</b>,
      },
    ],
    [t],
  );
}
