import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../parts/format';
import { centsOf, inTurn, sumOf } from './allotting';
import type { OpenPaper } from './payment';

interface Props {
  /** As typed. */
  readonly amount: string;
  readonly papers: readonly OpenPaper[];
}

/** What an amount would settle, and what would stay on the account: shown while it is typed. */
export function AllottedNow({ amount, papers }: Props) {
  const { t } = useTranslation();
  const cents = centsOf(amount) ?? 0;
  const parts = inTurn(cents, papers);
  const left = cents - sumOf(parts);
  const paperOf = (id: string) => papers.find((paper) => paper.id === id);
  return (
    <div role="status">
      <ul className="payments-parts">
        {parts.map(({ documentId, cents: part }) => {
          const paper = paperOf(documentId);
          const open = (paper?.openCents ?? 0) - part;
          const said = { number: paper?.number, part: formatEuros(part), open: formatEuros(open) };
          return (
            <li key={documentId}>{t(open === 0 ? 'payments.settlesAll' : 'payments.settlesPart', said)}</li>
          );
        })}
        {left > 0 && <li>{t('payments.stays', { amount: formatEuros(left) })}</li>}
      </ul>
    </div>
  );
}
