import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Partenaire des labs',
  none: 'Cette organisation n’est pas dans la liste des partenaires.',
  add: 'L’ajouter aux partenaires',
  change: 'Modifier',
  changeOf: 'Modifier {{name}}',
  remove: 'Retirer des partenaires',
  removeShort: 'Retirer',
  removeOf: 'Retirer {{name}} des partenaires',
  removeText: '« {{name}} » reste une organisation ; elle n’est plus proposée ni comptée comme partenaire.',
  saved: 'Le partenaire est enregistré.',
  kind: 'Type de partenaire',
  neighbourhood: 'Quartier',
  neighbourhoodHelp:
    'Le même nom que dans les profils des membres, pour que les rapports les comptent ensemble.',
  priority: 'Éducation prioritaire (REP ou REP+)',
  kinds: {
    school: 'École, collège, lycée',
    'digital-space': 'Espace public numérique',
    association: 'Association',
    city: 'Ville ou métropole',
    other: 'Autre',
  },
};

export const en: Words<typeof fr> = {
  title: 'Partner of the labs',
  none: 'This organisation is not in the list of partners.',
  add: 'Add it to the partners',
  change: 'Change',
  changeOf: 'Change {{name}}',
  remove: 'Remove from the partners',
  removeShort: 'Remove',
  removeOf: 'Remove {{name}} from the partners',
  removeText: '“{{name}}” stays an organisation; it is no longer offered or counted as a partner.',
  saved: 'The partner is saved.',
  kind: 'Kind of partner',
  neighbourhood: 'Neighbourhood',
  neighbourhoodHelp: 'The same name as in the profiles of members, so that reports count them together.',
  priority: 'Priority education area (REP or REP+)',
  kinds: {
    school: 'School',
    'digital-space': 'Public digital space',
    association: 'Association',
    city: 'City',
    other: 'Other',
  },
};
