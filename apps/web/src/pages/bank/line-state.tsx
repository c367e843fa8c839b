import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEuros } from '../../parts/format';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { Line, Proposal } from './bank';

interface Props {
  readonly line: Line;
  readonly proposal: Proposal | undefined;
  /** The proposals are not computed yet. */
  readonly isWaiting: boolean;
}

/** What a line became, or what it probably pays. */
export function LineState({ line, proposal, isWaiting }: Props) {
  const { t } = useTranslation();
  if (line.state === 'booked')
    return (
      <Link to={`/billing/payments/${line.paymentId}`}>{t('bank.booked', { number: line.payment })}</Link>
    );
  if (line.state === 'ignored')
    return <span className="typed">{t('bank.ignored', { reason: line.reason })}</span>;
  if (line.state === 'out') return <span className="quiet">{t('bank.states.out')}</span>;
  if (isWaiting) return <span className="quiet">…</span>;
  if (!proposal) return <span className="quiet">{t('bank.noProposal')}</span>;
  return <ProposalFacts proposal={proposal} />;
}

const TONES: Readonly<Record<Proposal['confidence'], Tone>> = {
  sure: 'good',
  likely: 'soon',
  weak: 'neutral',
};

function ProposalFacts({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { confidence, reason, owner, parts, restCents } = proposal;
  return (
    <div className="bank-proposal">
      <p>
        <StateBadge tone={TONES[confidence]}>{t(`bank.confidence.${confidence}`)}</StateBadge>{' '}
        <b className="typed">{owner}</b>
      </p>
      <p className="bank-reason">{t(`bank.reasons.${reason}`)}</p>
      <ul>
        {parts.map(({ document, cents }) => (
          <li key={document.id}>{t('bank.part', { number: document.number, amount: formatEuros(cents) })}</li>
        ))}
        {restCents > 0 && <li>{t('bank.rest', { amount: formatEuros(restCents) })}</li>}
      </ul>
    </div>
  );
}
