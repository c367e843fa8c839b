import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    '{{lab}} : ce que les séances peuvent réserver. Une salle ou un équipement est dans une seule séance à la fois.',
  otherLab: 'Vous ne gérez pas ce lab : choisissez-en un autre en haut de la page.',
  add: 'Ajouter',
  addSave: 'Ajouter',
  kinds: { room: 'Salles', equipment: 'Équipements' },
  one: { room: 'Salle', equipment: 'Équipement' },
  none: {
    room: 'Aucune salle. Les séances peuvent avoir lieu sans salle indiquée.',
    equipment: 'Aucun équipement, comme une valise d’ordinateurs portables.',
  },
  places_one: '{{count}} place',
  places_other: '{{count}} places',
  retired: 'Retiré',
  retiredDone: '« {{name}} » est retiré : les séances prévues le gardent.',
  restoredDone: '« {{name}} » est rétabli.',
  kind: 'Type',
  name: 'Nom',
  nameHelp: 'Par exemple « Salle du fond » ou « Valise de 12 ordinateurs ».',
  capacity: 'Places',
  capacityHelp: 'Vide : non indiqué.',
};

export const en: Words<typeof fr> = {
  intro: '{{lab}}: what sessions can book. A room or an equipment is in one session at a time.',
  otherLab: 'You do not manage this lab: choose another one at the top of the page.',
  add: 'Add',
  addSave: 'Add',
  kinds: { room: 'Rooms', equipment: 'Equipment' },
  one: { room: 'Room', equipment: 'Equipment' },
  none: {
    room: 'No room. Sessions can take place without one.',
    equipment: 'No equipment, such as a case of laptops.',
  },
  places_one: '{{count}} place',
  places_other: '{{count}} places',
  retired: 'Retired',
  retiredDone: '“{{name}}” is retired: planned sessions keep it.',
  restoredDone: '“{{name}}” is available again.',
  kind: 'Kind',
  name: 'Name',
  nameHelp: 'Such as “Back room” or “Case of 12 laptops”.',
  capacity: 'Places',
  capacityHelp: 'Empty: not known.',
};
