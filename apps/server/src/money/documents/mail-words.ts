import type { PaperKind } from '@pandafab/domain';
import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import { euros, frenchDay } from '../kit/french';
import type { Issued } from './compose/order';

const NAMES: Readonly<Record<PaperKind, Wording>> = {
  quote: { fr: 'devis', en: 'quote' },
  'order-confirmation': { fr: 'confirmation de commande', en: 'order confirmation' },
  deposit: { fr: 'facture d’acompte', en: 'deposit invoice' },
  invoice: { fr: 'facture', en: 'invoice' },
  'credit-note': { fr: 'avoir', en: 'credit note' },
  'deposit-credit': { fr: 'avoir d’acompte', en: 'credit of a deposit' },
};

/** What the client does with the document; none for those that need no answer. */
const NEXT: Partial<Readonly<Record<PaperKind, Wording>>> = {
  quote: {
    fr: 'Ce devis est valable jusqu’au {day}. Vous pouvez l’accepter en répondant à ce courriel.',
    en: 'This quote is valid until {day}. You can accept it by answering this mail.',
  },
  deposit: { fr: 'Merci de la régler au plus tard le {day}.', en: 'Please pay it by {day}.' },
  invoice: { fr: 'Merci de la régler au plus tard le {day}.', en: 'Please pay it by {day}.' },
};

const FRAME = {
  fr: { hello: 'Bonjour,', here: 'Veuillez trouver ci-joint', of: 'd’un montant de', bye: 'Cordialement,' },
  en: { hello: 'Hello,', here: 'Please find attached', of: 'for', bye: 'Kind regards,' },
} as const;

/** The mail that staff can send as it is, or change: one paragraph per line. */
export function mailWords({ kind, number, title, content }: Issued, language: Language) {
  const { hello, here, of, bye } = FRAME[language];
  const name = `${inLanguage(NAMES[kind], language)} ${number}`;
  const day = content.validUntil ?? content.dueOn;
  const hasNext = content.totals.grossCents > 0 && day !== null;
  const next = NEXT[kind];
  const sentence = next && hasNext ? inLanguage(next, language).replace('{day}', frenchDay(day)) : null;
  const body = `${here} : ${name} (${title}), ${of} ${euros(content.totals.grossCents)} TTC.`;
  const english = `${here} ${name} (${title}) ${of} ${euros(content.totals.grossCents)} with tax.`;
  const lines = [hello, language === 'fr' ? body : english, sentence, `${bye}\n${content.seller.name}`];
  return {
    subject: `${name.charAt(0).toUpperCase()}${name.slice(1)} – ${title}`,
    text: lines.filter((line) => line !== null).join('\n\n'),
  };
}
