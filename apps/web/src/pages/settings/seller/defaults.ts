// What invoices say until other sentences are written. Invoices are in French, whatever language the page is in.

/** Why no VAT is charged, by regime: the code of the electronic invoice, and the sentence that the law wants. */
export const EXEMPTIONS = {
  franchise: {
    exemptionCode: 'VATEX-FR-FRANCHISE',
    exemptionText: 'TVA non applicable, article 293 B du CGI',
  },
  exempt: {
    exemptionCode: 'VATEX-FR-CGI261-7',
    exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
  },
} as const;

export const USUAL_RATE = '20';
export const USUAL_TERM_DAYS = '30';

export const WORDINGS = {
  latePenalty: 'Pénalités de retard : trois fois le taux d’intérêt légal',
  earlyPayment: 'Pas d’escompte pour paiement anticipé',
  recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €',
  personRecovery: 'Indemnité forfaitaire de recouvrement : sans objet, client particulier.',
  goods: 'Catégorie d’opération : livraison de biens',
  services: 'Catégorie d’opération : prestation de services',
  mixed: 'Catégorie d’opération : livraison de biens et prestation de services',
} as const;
