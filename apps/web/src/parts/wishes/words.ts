import type { Words } from '../../i18n/words';

export const fr = {
  readyBy: 'Prêt pour quand',
  readyByHint: 'Un souhait, pas une promesse : il fait avancer l’impression dans la file.',
  readyByFirm: 'L’équipe du lab a confirmé cette heure : elle seule peut la changer.',
  readyByIs: 'Souhaité : {{hour}}.',
  needsMaker: 'Je veux être là quand elle commence',
  needsMakerHint: 'Elle attend dans la file que vous disiez « Je suis là ».',
  colour: 'Couleur',
  colourHint: 'Les couleurs que le lab possède.',
  anyColour: 'N’importe laquelle',
  loaded: 'sur une machine',
  inStock: 'à charger',
  notInStock: 'plus en stock',
  tags: 'La machine doit avoir',
  tagsHint: 'Seules les machines qui ont tout ce que vous cochez la prendront.',
};

export const en: Words<typeof fr> = {
  readyBy: 'Ready by',
  readyByHint: 'A wish, not a promise: it moves the print forward in the queue.',
  readyByFirm: 'The staff of the lab confirmed this hour: only they can change it.',
  readyByIs: 'Wanted by {{hour}}.',
  needsMaker: 'I want to be there when it begins',
  needsMakerHint: 'It waits in the queue until you say “I am here”.',
  colour: 'Colour',
  colourHint: 'The colours that the lab has.',
  anyColour: 'Any colour',
  loaded: 'on a machine',
  inStock: 'to be loaded',
  notInStock: 'no longer in stock',
  tags: 'The machine must have',
  tagsHint: 'Only machines that have all that you tick will take it.',
};
