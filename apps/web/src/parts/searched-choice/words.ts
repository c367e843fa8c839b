import type { Words } from '../../i18n/words';

export const fr = {
  member: 'Membre',
  searchMember: 'Chercher un membre',
  noMember: 'Aucun autre membre ne correspond : vérifiez le nom.',
  unknownMember: 'une personne que votre lab ne connaît pas',
  client: 'Client',
  searchClient: 'Chercher un client',
  noOrganisation: 'Aucune organisation ne correspond : vérifiez le nom.',
  more: 'La liste montre le début : précisez la recherche.',
};

export const en: Words<typeof fr> = {
  member: 'Member',
  searchMember: 'Search for a member',
  noMember: 'No other member matches: check the name.',
  unknownMember: 'a person whom your lab does not know',
  client: 'Client',
  searchClient: 'Search for a client',
  noOrganisation: 'No organisation matches: check the name.',
  more: 'The list shows the first ones: type more of the name.',
};
