import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Un filament est un produit : une matière, une marque, une couleur. Chaque bobine est faite d’un filament. La densité sert à compter les grammes.',
  none: 'Aucun filament.',
  noneCure: 'Ajoutez celui de votre première bobine : tout est écrit sur son étiquette.',
  material: 'Matière',
  brand: 'Marque',
  colour: 'Couleur',
  diameter: 'Diamètre',
  density: 'Densité',
  spools: 'Bobines',
  add: 'Ajouter un filament',
  addSave: 'Ajouter',
  retiredDone: '{{name}} n’est plus proposé.',
  restoredDone: '{{name}} est de nouveau proposé.',
  form: {
    materialHelp: 'PLA, PETG, ABS, TPU…',
    density: 'Densité (g/cm³)',
    densityHelp: 'Sur la fiche du fabricant. Une valeur fausse fausse tous les grammes.',
    diameter: 'Diamètre (mm)',
    fixed: 'Des bobines en sont faites : sa matière et son diamètre ne changent plus.',
  },
};

export const en: Words<typeof fr> = {
  intro:
    'A filament is a product: a material, a brand, a colour. Each spool is made of one filament. The density serves to count grams.',
  none: 'There is no filament.',
  noneCure: 'Add that of your first spool: everything is on its label.',
  material: 'Material',
  brand: 'Brand',
  colour: 'Colour',
  diameter: 'Diameter',
  density: 'Density',
  spools: 'Spools',
  add: 'Add a filament',
  addSave: 'Add',
  retiredDone: '{{name}} is no longer offered.',
  restoredDone: '{{name}} is offered again.',
  form: {
    materialHelp: 'PLA, PETG, ABS, TPU…',
    density: 'Density (g/cm³)',
    densityHelp: 'On the maker’s data sheet. A wrong value makes all grams wrong.',
    diameter: 'Diameter (mm)',
    fixed: 'Spools are made of it: its material and diameter can no longer change.',
  },
};
