import type { ReminderSettingsBody } from './reminder-settings.dto';

const FRENCH_END = '{payment}\n\nCordialement,\n{seller}';
const ENGLISH_END = '{payment}\n\nKind regards,\n{seller}';

/**
 * The settings of an installation that recorded none. They have no rate of penalties: staff enter the one that their
 * documents name.
 */
export const FIRST_SETTINGS: ReminderSettingsBody = {
  steps: [
    {
      ...{ step: 'friendly', isActive: true, afterDays: 7, way: 'mail', withPenalties: false },
      fr: {
        subject: 'Facture {number} : un rappel',
        text: `Bonjour,\n\nLa facture {number} du {issuedOn} était à régler au plus tard le {dueOn}. Sauf erreur de notre part, il reste {open} à payer.\n\nSi vous avez payé ces derniers jours, ne tenez pas compte de ce message.\n\n${FRENCH_END}`,
      },
      en: {
        subject: 'Invoice {number}: a reminder',
        text: `Hello,\n\nInvoice {number} of {issuedOn} was due on {dueOn}. Unless we are mistaken, {open} is still to pay.\n\nIf you have paid in the last days, please ignore this message.\n\n${ENGLISH_END}`,
      },
    },
    {
      ...{ step: 'firm', isActive: true, afterDays: 21, way: 'mail', withPenalties: true },
      fr: {
        subject: 'Facture {number} : deuxième rappel',
        text: `Bonjour,\n\nMalgré notre premier rappel, la facture {number} du {issuedOn} n’est pas réglée. Elle a {daysLate} jours de retard, et il reste {open} à payer sur {total}.\n\n{penalties}\n\nMerci de payer dans les huit jours, ou de nous dire ce qui l’empêche.\n\n${FRENCH_END}`,
      },
      en: {
        subject: 'Invoice {number}: second reminder',
        text: `Hello,\n\nDespite our first reminder, invoice {number} of {issuedOn} is not paid. It is {daysLate} days late, and {open} of {total} is still to pay.\n\n{penalties}\n\nPlease pay within eight days, or tell us what prevents it.\n\n${ENGLISH_END}`,
      },
    },
    {
      ...{ step: 'formal', isActive: true, afterDays: 45, way: 'letter', withPenalties: true },
      fr: {
        subject: 'Facture {number} : mise en demeure de payer',
        text: `Madame, Monsieur,\n\nNos deux rappels sont restés sans effet. La facture {number} du {issuedOn}, échue le {dueOn}, reste due pour {open}.\n\n{penalties}\n\nNous vous mettons en demeure de payer cette somme dans les quinze jours. Passé ce délai, nous pourrons demander son recouvrement en justice.\n\n{payment}\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.\n\n{seller}`,
      },
      en: {
        subject: 'Invoice {number}: formal notice to pay',
        text: `Dear Sir or Madam,\n\nOur two reminders had no effect. Invoice {number} of {issuedOn}, due on {dueOn}, is still open for {open}.\n\n{penalties}\n\nWe give you formal notice to pay this amount within fifteen days. After that, we may go to court for it.\n\n{payment}\n\nYours faithfully,\n{seller}`,
      },
    },
  ],
  leastDaysBetween: 7,
  ...{ businessBasisPoints: null, publicBodyBasisPoints: null, indemnityCents: 4000 },
};
