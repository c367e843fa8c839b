import type { Words } from '../i18n/words';

export const fr = {
  right: 'Numéro juste',
  wrong: {
    siren: 'Ce SIREN a une erreur : vérifiez ses neuf chiffres.',
    siret: 'Ce SIRET a une erreur : vérifiez ses quatorze chiffres.',
    vatNumber: 'Ce numéro de TVA a une erreur : vérifiez chaque caractère.',
    iban: 'Cet IBAN a une erreur : vérifiez chaque caractère.',
    bic: 'Un BIC a 8 ou 11 caractères, comme AGRIFRPP.',
    rna: 'Un numéro RNA est un W suivi de neuf caractères.',
  },
};

export const en: Words<typeof fr> = {
  right: 'Correct number',
  wrong: {
    siren: 'This SIREN has an error: check its nine digits.',
    siret: 'This SIRET has an error: check its fourteen digits.',
    vatNumber: 'This VAT number has an error: check each character.',
    iban: 'This IBAN has an error: check each character.',
    bic: 'A BIC has 8 or 11 characters, such as AGRIFRPP.',
    rna: 'An RNA number is a W and nine characters.',
  },
};
