import { entries } from '../entry';

/** Tariffs, prestations and invoices. */
export const billingFaults = entries({
  'BILLING.ALREADY_INVOICED': {
    status: 409,
    en: [
      'The prestation {reference} is already invoiced.',
      'Issued invoices never change; correct it with a credit note.',
    ],
    fr: [
      'La prestation {reference} est déjà facturée.',
      'Une facture émise ne change pas ; corrigez-la par un avoir.',
    ],
  },
});
