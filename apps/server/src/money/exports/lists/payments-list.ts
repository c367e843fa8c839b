import type { Language, Wording } from '@pandafab/shared';
import { inLanguage } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { listPayments } from '../../payments/list-payments';
import { viewPayments } from '../../payments/payment-view';
import { type PaymentListDto, PaymentSearchDto } from '../../payments/payments.dto';
import { allRows, type ListExport } from './list-export';

type Row = PaymentListDto['items'][number];

const KINDS: Readonly<Record<Row['kind'], Wording>> = {
  payment: { en: 'Payment', fr: 'Encaissement' },
  refund: { en: 'Refund', fr: 'Remboursement' },
  reversal: { en: 'Reversal', fr: 'Annulation' },
};

/** Money that came in or went out. */
export const paymentsList = (
  manager: EntityManager,
  language: Language,
): ListExport<Row, PaymentSearchDto> => ({
  name: 'payments',
  title: { en: 'Payments', fr: 'Encaissements' },
  query: PaymentSearchDto.schema,
  columns: [
    { title: { en: 'Number', fr: 'Numéro' }, of: ({ number }) => number },
    { title: { en: 'Kind', fr: 'Type' }, of: ({ kind }) => inLanguage(KINDS[kind], language) },
    { title: { en: 'Paid on', fr: 'Payé le' }, of: ({ paidOn }) => ({ day: paidOn }) },
    { title: { en: 'Booked on', fr: 'Comptabilisé le' }, of: ({ bookedOn }) => ({ day: bookedOn }) },
    { title: { en: 'Means', fr: 'Moyen' }, of: ({ means }) => means },
    { title: { en: 'Payer', fr: 'Payeur' }, of: ({ payer }) => payer },
    { title: { en: 'Reference', fr: 'Référence' }, of: ({ reference }) => reference },
    { title: { en: 'Amount', fr: 'Montant' }, of: ({ cents }) => ({ cents }) },
    { title: { en: 'Not allotted', fr: 'Non affecté' }, of: ({ leftCents }) => ({ cents: leftCents }) },
  ],
  rows: (query) =>
    allRows(query, async (page) => {
      const { items, next } = await listPayments(manager, page);
      return { items: await viewPayments(manager, items), next };
    }),
});
