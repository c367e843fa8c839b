import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { amountText, demandCents, inTurn } from './allotting';
import { type OpenPaper, type PaymentDetail, TOUCHED, useOpenPapers } from './payment';
import { useCancel } from './use-cancel';

interface Props {
  readonly payment: PaymentDetail;
  readonly onDone: () => void;
}

/** Settles documents with what is left of a payment. */
export function AllotForm({ payment, onDone }: Props) {
  const { t } = useTranslation();
  const open = useOpenPapers(payment.organisationId ?? undefined);
  if (open.isPending) return <Loading />;
  if (open.isError) return <ProblemAlert error={open.error} retry={() => void open.refetch()} />;
  if (open.data.length === 0) return <p>{t('payments.nothingOpen')}</p>;
  return <Amounts payment={payment} papers={open.data} onDone={onDone} />;
}

function Amounts({ payment, papers, onDone }: Props & { papers: readonly OpenPaper[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const cancel = useCancel(onDone);
  const { id, leftCents } = payment;
  const proposed = new Map(inTurn(leftCents, papers).map(({ documentId, cents }) => [documentId, cents]));
  const textOf = (cents: number | undefined) => (cents === undefined ? '' : amountText(cents));
  const initial = Object.fromEntries(papers.map((paper) => [paper.id, textOf(proposed.get(paper.id))]));
  return (
    <Form<Record<string, string>, unknown>
      initial={initial}
      send={(values) => {
        const parts = Object.entries(values)
          .filter(([, text]) => text.trim() !== '')
          .map(([documentId, text]) => ({ documentId, cents: demandCents(documentId, text) }));
        return content(
          api.POST('/api/v1/payments/{id}/allotments', { params: { path: { id } }, body: { parts } }),
        );
      }}
      touches={TOUCHED}
      onDone={() => {
        toast(t('payments.allotted'));
        onDone();
      }}
      onCancel={cancel}
      submit={t('payments.allot')}
    >
      {({ field }) => (
        <>
          <p>{t('payments.allotWhat', { left: formatEuros(leftCents) })}</p>
          <ul className="payments-amounts" aria-label={t('payments.openPapers')}>
            {papers.map((paper) => (
              <li key={paper.id}>
                <TextInput
                  {...field(paper.id)}
                  {...{ inputMode: 'decimal', maxLength: 16, autoComplete: 'off' }}
                  label={paper.number}
                  description={t(paper.dueOn ? 'payments.openDue' : 'payments.openOf', {
                    open: formatEuros(paper.openCents),
                    day: paper.dueOn && formatDay(paper.dueOn),
                  })}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Form>
  );
}
