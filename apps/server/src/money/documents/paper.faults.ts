import type { ServerFaults } from '../../platform/kit/faults';

/** The names of fields in these sentences. */
const field = {
  name: { en: 'name', fr: 'nom' },
  addressLine: { en: 'address', fr: 'adresse' },
  postcode: { en: 'postcode', fr: 'code postal' },
  city: { en: 'city', fr: 'ville' },
  countryCode: { en: 'country', fr: 'pays' },
  clientName: { en: 'client’s name', fr: 'nom du client' },
  sellerName: { en: 'seller’s name', fr: 'nom du vendeur' },
  clientAddressLine: { en: 'client’s address', fr: 'adresse du client' },
  sellerAddressLine: { en: 'seller’s address', fr: 'adresse du vendeur' },
  purchaseOrder: { en: 'commitment number', fr: 'numéro d’engagement' },
  serviceCode: { en: 'service code', fr: 'code service' },
  note: { en: 'note', fr: 'mention' },
  label: { en: 'description of a line', fr: 'désignation d’une ligne' },
};

/** What is wrong with a document: the sentence of each flaw of `paperFlaws`. */
export const paperFaults = {
  'PAPER.NO_LINES': {
    status: 409,
    en: ['The document has no line with an amount.', 'Add a line with an amount.'],
    fr: ['Le document n’a pas de ligne avec un montant.', 'Ajoutez une ligne avec un montant.'],
  },
  'PAPER.LABEL_MISSING': {
    status: 409,
    en: ['Line {position} has no description.', 'Describe what it sells.'],
    fr: ['La ligne {position} n’a pas de désignation.', 'Décrivez ce qu’elle vend.'],
  },
  'PAPER.QUANTITY_PLACES': {
    status: 409,
    en: ['The quantity of line {position} has more than {most} decimals.', 'Round the quantity.'],
    fr: ['La quantité de la ligne {position} a plus de {most} décimales.', 'Arrondissez la quantité.'],
  },
  'PAPER.PRICE_PLACES': {
    status: 409,
    en: [
      'The price of line {position} has more than {most} decimals.',
      'Round the price, or give it for more units.',
    ],
    fr: [
      'Le prix de la ligne {position} a plus de {most} décimales.',
      'Arrondissez le prix, ou donnez-le pour plusieurs unités.',
    ],
  },
  'PAPER.PRICE_NEGATIVE': {
    status: 409,
    en: ['The price of line {position} is negative.', 'Enter a positive price, or a discount.'],
    fr: ['Le prix de la ligne {position} est négatif.', 'Indiquez un prix positif, ou une remise.'],
  },
  'PAPER.LINE_AMOUNT': {
    status: 409,
    en: ['The amount of line {position} is not quantity × price minus discounts.', 'Save the line again.'],
    fr: [
      'Le montant de la ligne {position} n’est pas quantité × prix moins remises.',
      'Enregistrez la ligne de nouveau.',
    ],
  },
  'PAPER.SUMS': {
    status: 409,
    en: ['The totals do not add up to the lines.', 'Ask an administrator: this is an error of the program.'],
    fr: [
      'Les totaux ne correspondent pas aux lignes.',
      'Prévenez une personne qui administre le service : c’est une erreur du programme.',
    ],
  },
  'PAPER.TOTAL_NEGATIVE': {
    status: 409,
    en: ['The total is negative.', 'Make a credit note of the earlier document instead.'],
    fr: ['Le total est négatif.', 'Faites plutôt un avoir sur le document précédent.'],
  },
  'PAPER.TOTAL_ZERO': {
    status: 409,
    en: ['The total is 0.00 €.', 'Add a line with an amount.'],
    fr: ['Le total est de 0,00 €.', 'Ajoutez une ligne avec un montant.'],
  },
  'PAPER.TOTAL_TOO_LARGE': {
    status: 409,
    en: ['The total is above 999,999,999.99 €.', 'Check the quantities and the prices.'],
    fr: ['Le total dépasse 999 999 999,99 €.', 'Vérifiez les quantités et les prix.'],
  },
  'PAPER.DUE_BEFORE_ISSUE': {
    status: 409,
    en: ['The due date is before the date of issue.', 'Check the payment term in the seller’s settings.'],
    fr: [
      'La date d’échéance précède la date d’émission.',
      'Vérifiez le délai de paiement dans les réglages du vendeur.',
    ],
  },
  'PAPER.CITATION_LATER': {
    status: 409,
    en: [
      'The server’s date is before that of {text}, which this document names.',
      'Correct the server’s date and try again.',
    ],
    fr: [
      'La date du serveur précède celle de {text}, que ce document cite.',
      'Corrigez la date du serveur et réessayez.',
    ],
  },
  'PAPER.SERVICE_DAY_MISSING': {
    status: 409,
    en: ['The date of the service is missing.', 'Enter the day of the service on the lines.'],
    fr: ['La date de la prestation manque.', 'Indiquez le jour de la prestation sur les lignes.'],
  },
  'PAPER.VALIDITY_PAST': {
    status: 409,
    en: ['The last day of this quote is past.', 'Choose a later day, or leave it empty.'],
    fr: ['Le dernier jour de ce devis est passé.', 'Choisissez un jour plus tard, ou laissez-le vide.'],
  },
  'PAPER.CITATION_MISSING': {
    status: 409,
    en: [
      'The credit note does not name the document that it corrects.',
      'Create it from the invoice or deposit.',
    ],
    fr: ['L’avoir ne cite pas le document qu’il corrige.', 'Créez-le depuis la facture ou l’acompte.'],
  },
  'PAPER.NUMBER_TOO_LONG': {
    status: 409,
    en: [
      'The number {text} has more than {most} characters.',
      'Choose a shorter prefix in the settings of numbering.',
    ],
    fr: [
      'Le numéro {text} a plus de {most} caractères.',
      'Choisissez un préfixe plus court dans les réglages de numérotation.',
    ],
  },
  'PAPER.NUMBER_CHARACTERS': {
    status: 409,
    en: [
      'The number {text} has characters that electronic invoices do not allow.',
      'Use only letters, digits and + - _ / in the prefix.',
    ],
    fr: [
      'Le numéro {text} a des caractères que les factures électroniques refusent.',
      'Utilisez seulement des lettres, des chiffres et + - _ / dans le préfixe.',
    ],
  },
  'PAPER.PROCESS': {
    status: 409,
    en: [
      'The business process “{text}” does not fit this kind of document.',
      'Ask an administrator: this is an error of the program.',
    ],
    fr: [
      'Le cadre de facturation « {text} » ne convient pas à ce type de document.',
      'Prévenez une personne qui administre le service : c’est une erreur du programme.',
    ],
  },
  'PAPER.NOTE_MISSING': {
    status: 409,
    en: ['The note {text} is missing.', 'Fill in all wordings in the seller’s settings.'],
    fr: ['La mention {text} manque.', 'Remplissez toutes les mentions dans les réglages du vendeur.'],
  },
  'PAPER.NOTE_TWICE': {
    status: 409,
    en: ['The note {text} appears twice.', 'Ask an administrator: this is an error of the program.'],
    fr: [
      'La mention {text} apparaît deux fois.',
      'Prévenez une personne qui administre le service : c’est une erreur du programme.',
    ],
  },
  'PAPER.RATE_UNKNOWN': {
    status: 409,
    en: [
      'The VAT rate of line {position} is no rate of French invoices.',
      'Correct the rate of the activity in the seller’s settings.',
    ],
    fr: [
      'Le taux de TVA de la ligne {position} n’est pas un taux des factures françaises.',
      'Corrigez le taux de l’activité dans les réglages du vendeur.',
    ],
  },
  'PAPER.RATE_NOT_ZERO': {
    status: 409,
    en: [
      'Line {position} is not taxed but has a VAT rate.',
      'Correct the activity in the seller’s settings.',
    ],
    fr: [
      'La ligne {position} n’est pas taxée mais a un taux de TVA.',
      'Corrigez l’activité dans les réglages du vendeur.',
    ],
  },
  'PAPER.EXEMPTION_MISSING': {
    status: 409,
    en: ['The code of the exemption of line {position} is missing.', 'Enter it in the seller’s settings.'],
    fr: ['Le code d’exonération de la ligne {position} manque.', 'Indiquez-le dans les réglages du vendeur.'],
  },
  'PAPER.EXEMPTION_TEXT_MISSING': {
    status: 409,
    en: [
      'The wording of the exemption of line {position} is missing.',
      'Enter the wording of this VAT case in the seller’s settings.',
    ],
    fr: [
      'Le texte d’exonération de la ligne {position} manque.',
      'Indiquez le texte de ce cas de TVA dans les réglages du vendeur.',
    ],
  },
  'PAPER.TWO_MOTIVES': {
    status: 409,
    en: ['Two reasons for not charging VAT are on one document.', 'Make two documents, or use one reason.'],
    fr: [
      'Deux motifs d’exonération de TVA figurent sur un même document.',
      'Faites deux documents, ou n’utilisez qu’un motif.',
    ],
  },
  'PAPER.OUTSIDE_SCOPE_WITH_OTHERS': {
    status: 409,
    en: ['A line outside the scope of VAT is beside other lines.', 'Make a document of its own for it.'],
    fr: [
      'Une ligne hors du champ de la TVA est à côté d’autres lignes.',
      'Faites un document à part pour elle.',
    ],
  },
  'PAPER.SELLER_VAT_NUMBER_MISSING': {
    status: 409,
    en: ['The seller’s VAT number is missing.', 'Enter it in the seller’s settings.'],
    fr: ['Le numéro de TVA du vendeur manque.', 'Indiquez-le dans les réglages du vendeur.'],
  },
  'PAPER.CLIENT_VAT_NUMBER_MISSING': {
    status: 409,
    en: ['The client’s VAT number is missing.', 'Enter it in the client’s record.'],
    fr: ['Le numéro de TVA du client manque.', 'Indiquez-le dans la fiche du client.'],
  },
  'PAPER.DELIVERY_NOT_IN_UNION': {
    status: 409,
    en: [
      'Goods without VAT for the European Union are delivered to {text}.',
      'Correct the place of delivery, or the VAT case.',
    ],
    fr: [
      'Des biens livrés sans TVA dans l’Union européenne partent vers {text}.',
      'Corrigez le lieu de livraison, ou le cas de TVA.',
    ],
  },
  'PAPER.DELIVERY_NOT_ABROAD': {
    status: 409,
    en: ['Exported goods are delivered to {text}.', 'Correct the place of delivery, or the VAT case.'],
    fr: ['Des biens exportés partent vers {text}.', 'Corrigez le lieu de livraison, ou le cas de TVA.'],
  },
  'PAPER.DELIVERY_DAY_MISSING': {
    status: 409,
    en: ['The date of delivery is missing.', 'Enter the day of the service on the lines.'],
    fr: ['La date de livraison manque.', 'Indiquez le jour de la prestation sur les lignes.'],
  },
  'PAPER.SELLER_FIELD_MISSING': {
    status: 409,
    terms: { field },
    en: ['The seller’s field “{field}” is missing.', 'Fill it in in the seller’s settings.'],
    fr: ['Le champ « {field} » du vendeur manque.', 'Remplissez-le dans les réglages du vendeur.'],
  },
  'PAPER.SELLER_SIREN': {
    status: 409,
    en: ['The seller’s SIREN is missing or wrong.', 'Correct it in the seller’s settings.'],
    fr: ['Le SIREN du vendeur manque ou est faux.', 'Corrigez-le dans les réglages du vendeur.'],
  },
  'PAPER.SELLER_SIRET': {
    status: 409,
    en: [
      'The seller’s SIRET is missing or does not begin with the SIREN.',
      'Correct it in the seller’s settings.',
    ],
    fr: [
      'Le SIRET du vendeur manque ou ne commence pas par le SIREN.',
      'Corrigez-le dans les réglages du vendeur.',
    ],
  },
  'PAPER.CLIENT_FIELD_MISSING': {
    status: 409,
    terms: { field },
    en: ['The client’s field “{field}” is missing.', 'Fill it in in the client’s record.'],
    fr: ['Le champ « {field} » du client manque.', 'Remplissez-le dans la fiche du client.'],
  },
  'PAPER.CLIENT_SIREN_MISSING': {
    status: 409,
    en: [
      'The client’s SIREN is missing.',
      'Enter it in the client’s record. A private person has the kind “person”.',
    ],
    fr: [
      'Le SIREN du client manque.',
      'Indiquez-le dans la fiche du client. Un particulier a le type « particulier ».',
    ],
  },
  'PAPER.CLIENT_SIRET_MISSING': {
    status: 409,
    en: ['The client’s SIRET is missing: Chorus Pro requires it.', 'Enter it in the client’s record.'],
    fr: ['Le SIRET du client manque : Chorus Pro l’exige.', 'Indiquez-le dans la fiche du client.'],
  },
  'PAPER.CLIENT_SIREN_OF_PERSON': {
    status: 409,
    en: [
      'The client is a private person and has a SIREN.',
      'Correct the kind of the client, or remove the number.',
    ],
    fr: ['Le client est un particulier et a un SIREN.', 'Corrigez le type du client, ou retirez le numéro.'],
  },
  'PAPER.CLIENT_EMAIL_MISSING': {
    status: 409,
    en: [
      'The private person has no e-mail address.',
      'Enter it in the client’s record: electronic invoices name it.',
    ],
    fr: [
      'Le particulier n’a pas d’adresse électronique.',
      'Indiquez-la dans la fiche du client : les factures électroniques la citent.',
    ],
  },
  'PAPER.SERVICE_CODE_MISSING': {
    status: 409,
    en: ['The service code is missing: this client demands it.', 'Enter it in the client’s record.'],
    fr: ['Le code service manque : ce client l’exige.', 'Indiquez-le dans la fiche du client.'],
  },
  'PAPER.PURCHASE_ORDER_MISSING': {
    status: 409,
    en: [
      'The commitment number is missing: this client demands it.',
      'Enter it as the purchase order of the client order.',
    ],
    fr: [
      'Le numéro d’engagement manque : ce client l’exige.',
      'Indiquez-le comme numéro de commande de la prestation.',
    ],
  },
  'PAPER.TOO_LONG': {
    status: 409,
    terms: { field },
    en: ['The field “{field}” has more than {most} characters: Chorus Pro refuses it.', 'Shorten it.'],
    fr: ['Le champ « {field} » a plus de {most} caractères : Chorus Pro le refuse.', 'Raccourcissez-le.'],
  },
  'PAPER.MANY_CITATIONS': {
    status: 409,
    en: ['The invoice names several documents: Chorus Pro takes one only.', 'Ask the client how to send it.'],
    fr: [
      'La facture cite plusieurs documents : Chorus Pro n’en accepte qu’un.',
      'Demandez au client comment l’envoyer.',
    ],
  },
  'PAPER.NO_PLATFORM': {
    status: 409,
    en: [
      'Platforms refuse invoices between businesses that are wholly exempt.',
      'Send the PDF by mail: its XML is for the archive.',
    ],
    fr: [
      'Les plateformes refusent les factures entre entreprises entièrement exonérées.',
      'Envoyez le PDF par courriel : son XML sert à l’archive.',
    ],
  },
} satisfies ServerFaults;
