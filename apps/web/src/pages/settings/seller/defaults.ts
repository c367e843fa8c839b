// What documents say until other sentences are written. They are in French, whatever language the page is in.
import type { Category } from './activities';

/** Why no VAT is charged: the code of the electronic invoice (VATEX), and the sentence that the law wants. */
export interface Exemption {
  readonly exemptionCode: string;
  readonly exemptionText: string;
}

/** The usual reasons in France. */
export const EXEMPTIONS = {
  franchise: {
    exemptionCode: 'VATEX-FR-FRANCHISE',
    exemptionText: 'TVA non applicable, article 293 B du CGI',
  },
  exempt: {
    exemptionCode: 'VATEX-FR-CGI261-7',
    exemptionText: 'Exonération de TVA, article 261-7-1° du CGI',
  },
  training: {
    exemptionCode: 'VATEX-FR-CGI261-4',
    exemptionText: 'Exonération de TVA, article 261-4-4° du CGI',
  },
} as const satisfies Record<string, Exemption>;
export const MOTIVES = ['exempt', 'training', 'franchise'] as const;

/** The cases in which a client abroad, or one who subcontracts, pays no French VAT. */
export const CASES = ['eu-services', 'eu-goods', 'export', 'outside-scope', 'subcontracting'] as const;
export type Case = (typeof CASES)[number];

export const CASE_WORDINGS: Readonly<Record<Case, string>> = {
  'eu-services': 'Autoliquidation de la TVA par le client, article 283-2 du CGI',
  'eu-goods': 'Exonération de TVA, article 262 ter, I du CGI',
  export: 'Exonération de TVA, article 262, I du CGI',
  'outside-scope': 'TVA non applicable, article 259, 1° du CGI',
  subcontracting: 'Autoliquidation de la TVA par le client, article 283-2 nonies du CGI',
};
export const CASE_CODES: Readonly<Record<Case, string>> = {
  'eu-services': 'VATEX-EU-AE',
  'eu-goods': 'VATEX-EU-IC',
  export: 'VATEX-EU-G',
  'outside-scope': 'VATEX-EU-O',
  subcontracting: 'VATEX-FR-AE',
};

/** What a category that is not taxed usually says. */
export const usualExemption = (category: Category): Exemption => {
  const ofCase = (name: Case) => ({ exemptionCode: CASE_CODES[name], exemptionText: CASE_WORDINGS[name] });
  switch (category) {
    case 'AE':
      return ofCase('eu-services');
    case 'K':
      return ofCase('eu-goods');
    case 'G':
      return ofCase('export');
    case 'O':
      return ofCase('outside-scope');
    default:
      return EXEMPTIONS.exempt;
  }
};

export const USUAL_RATE = '20';
/** Per cent: the rates in force in mainland France. */
export const RATES = ['20', '10', '5.5', '2.1'];
export const USUAL_TERM_DAYS = '30';
export const USUAL_VALID_DAYS = '30';

export const WORDINGS = {
  latePenalty: 'Pénalités de retard : trois fois le taux d’intérêt légal',
  earlyPayment: 'Pas d’escompte pour paiement anticipé',
  recoveryIndemnity: 'Indemnité forfaitaire pour frais de recouvrement : 40 €',
  personRecovery: 'Indemnité forfaitaire de recouvrement : sans objet, client particulier',
  vatOnDebits: 'Option pour le paiement de la taxe d’après les débits',
  goods: 'Catégorie d’opération : livraison de biens',
  services: 'Catégorie d’opération : prestation de services',
  mixed: 'Catégorie d’opération : livraison de biens et prestation de services',
} as const;
