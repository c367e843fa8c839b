import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Confirm } from '../../parts/confirm';
import { formatDay, formatEuros } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';
import { type PaperDetail, type Preview, TOUCHED } from './paper';

interface Props {
  readonly paper: PaperDetail;
  readonly preview: Preview;
}

/** Issues a draft, or sends a quote: one confirmation shows the number, the total, and what becomes final. */
export function IssueButton({ paper: { id, kind, clientName }, preview }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { params: { path: { id } } };
  const isQuote = kind === 'quote';
  const { number, totals, issuedOn } = preview.content;
  return (
    <Confirm
      variant="filled"
      label={t(`documents.issue.${kind}`)}
      disabled={preview.flaws.length > 0}
      act={async () => {
        if (isQuote) await api.POST('/api/v1/documents/{id}/send-quote', params);
        else await api.POST('/api/v1/documents/{id}/issue', params);
      }}
      touches={TOUCHED}
      onDone={() => toast(t(isQuote ? 'documents.quoteReady' : 'documents.issued'))}
    >
      <dl className="issue-facts">
        <div>
          <dt>{t('documents.number')}</dt>
          <dd>{number}</dd>
        </div>
        <div>
          <dt>{t('documents.client')}</dt>
          <dd className="typed">{clientName}</dd>
        </div>
        <div>
          <dt>{t('documents.issuedOn')}</dt>
          <dd>{formatDay(issuedOn)}</dd>
        </div>
        <div data-main>
          <dt>{t('documents.totalWithTax')}</dt>
          <dd>{formatEuros(totals.grossCents)}</dd>
        </div>
      </dl>
      <p>{t(preview.becomesFinal ? 'documents.becomesFinal' : 'documents.becomesSent')}</p>
    </Confirm>
  );
}
