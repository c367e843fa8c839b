import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatEuros } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import type { Column } from '../../parts/table/column';
import type { Line, Proposal } from './bank';
import { LineActions } from './line-actions';
import { LineState } from './line-state';

/**
 * The columns of the list of bank lines.
 * @param state of the lines that are shown
 * @param proposals of the open lines; undefined while they are computed
 */
export function useLineColumns(
  state: Line['state'],
  proposals: readonly Proposal[] | undefined,
): readonly Column<Line>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const byLine = new Map(proposals?.map((proposal) => [proposal.lineId, proposal]));
    return [
      {
        ...{ id: 'day', header: t('bank.day'), isSortedByServer: true },
        value: ({ day }) => formatDay(day),
      },
      { id: 'what', header: t('bank.what'), cell: (line) => <What line={line} /> },
      {
        ...{ id: 'cents', header: t('bank.amount'), isFigure: true, isSortedByServer: true },
        cell: ({ cents }) => <b>{formatEuros(cents)}</b>,
      },
      {
        ...{ id: 'proposal', header: t(state === 'open' ? 'bank.proposal' : 'bank.outcome') },
        cell: (line) => (
          <LineState line={line} proposal={byLine.get(line.id)} isWaiting={proposals === undefined} />
        ),
      },
      {
        ...{ id: 'actions', header: t('bank.actions') },
        cell: (line) => <LineActions line={line} proposal={byLine.get(line.id)} />,
      },
    ];
  }, [t, state, proposals]);
}

function What({ line: { name, text, reference, when, isReversal } }: { line: Line }) {
  const { t } = useTranslation();
  return (
    <div className="bank-what">
      {name && <b className="typed">{name}</b>}
      <span className="typed">{text}</span>
      {reference && !text.includes(reference) && <span className="typed quiet">{reference}</span>}
      {when && <StateBadge tone="soon">{t(`bank.${when}`)}</StateBadge>}
      {isReversal && <StateBadge tone="soon">{t('bank.reversal')}</StateBadge>}
    </div>
  );
}
