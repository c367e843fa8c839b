import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEuros, formatMoment } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { DocumentPayments } from '../payments/document-payments';
import type { PaperDetail } from './paper';

type Reference = NonNullable<PaperDetail['cites']>;

/** What became of a document: the documents around it, the client's decision, the mails. */
export function History({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const { cites, replaces, replacedBy, credits, acceptance, mails, openCents, sentAt, issuedAt } = paper;
  const related = [
    ...(cites ? [{ as: 'ofPaper' as const, to: cites }] : []),
    ...(replaces ? [{ as: 'replacesPaper' as const, to: replaces }] : []),
    ...(replacedBy ? [{ as: 'replacedBy' as const, to: replacedBy }] : []),
    ...credits.map((to) => ({ as: 'creditedBy' as const, to })),
  ];
  return (
    <aside className="document-side" aria-label={t('documents.history')}>
      {openCents !== null && (
        <p>
          {t('documents.open')} <b>{formatEuros(openCents)}</b>
        </p>
      )}
      {openCents !== null && <DocumentPayments paper={paper} />}
      {issuedAt && <p className="quiet">{t('documents.issuedAt', { at: formatMoment(issuedAt) })}</p>}
      {sentAt && <p className="quiet">{t('documents.sentAt', { at: formatMoment(sentAt) })}</p>}
      {acceptance && (
        <p>
          {t(`documents.decided.${acceptance.decision}`, {
            ...{ name: acceptance.name, at: formatMoment(acceptance.at) },
            how: t(`documents.how.${acceptance.how}`),
          })}
          {acceptance.reason && <q className="typed">{acceptance.reason}</q>}
        </p>
      )}
      {related.length > 0 && (
        <ul className="related">
          {related.map(({ as, to }) => (
            <li key={to.id}>
              {t(`documents.${as}`)} <PaperLink paper={to} />
            </li>
          ))}
        </ul>
      )}
      {mails.length > 0 && (
        <>
          <h2>{t('documents.mails')}</h2>
          <ul className="related">
            {mails.map(({ id, address, requestedAt, result, failure }) => (
              <li key={id}>
                <span className="typed">{address}</span>{' '}
                <span className="quiet">{formatMoment(requestedAt)}</span>{' '}
                <StateBadge tone={result === 'sent' ? 'good' : result === 'waiting' ? 'neutral' : 'bad'}>
                  {t(`documents.mailResults.${result}`)}
                </StateBadge>
                {failure && <small className="typed">{failure}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function PaperLink({ paper: { id, kind, number, grossCents } }: { paper: Reference }) {
  const { t } = useTranslation();
  return (
    <>
      <Link to={`/documents/${id}`}>
        {t(`documents.kinds.${kind}`)} {number}
      </Link>{' '}
      {grossCents !== null && <span className="figures">{formatEuros(grossCents)}</span>}
    </>
  );
}
