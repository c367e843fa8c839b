/** Made up: none of them is a person, a company or a class that exists. */

export const FIRST_NAMES =
  'Marie Léa Hélène Chloé Émilie Zoé Inès Jules Louis Hugo Théo Noël Gaël Aïcha Samir Karim Anaïs Rémi Awa Youssef Fatou Jeanne Mireille Odile Bernard Maël Sofia Nadia Paul Lucie Marc Élise'.split(
    ' ',
  );
export const LAST_NAMES =
  'Martin Bernard Dubois Petit Durand Leroy Moreau Simon Laurent Lefèvre Garcia Bertrand Roux Vincent Fournier Morel Girard Mercier Dupont Lambert Bonnet Martinez Legrand Garnier Faure Rousseau Guérin Muller Roussel Perrin Morin Clément Gauthier Dumont Diop Benali Nguyen Traoré Costa Haddad'.split(
    ' ',
  );
export const LAB_NAMES = ['Fontaine d’Ouche', 'Grésilles', 'Montchapet', 'Bourroches', 'Port du Canal'];
export const NEIGHBOURHOODS = [
  ...['Fontaine d’Ouche', 'Grésilles', 'Montchapet', 'Bourroches', 'Port du Canal', 'Centre-ville'],
  ...['Maladière', 'Toison d’Or', 'Chevreul-Parc', 'Varennes'],
];
export const OCCUPATIONS = [
  ...['salarié', 'étudiant', 'retraité', 'demandeur d’emploi', 'indépendant', 'élève', 'sans activité'],
];
export const SCHOOL_NAMES = [
  ...[
    'École des Tilleuls',
    'Collège des Deux-Rives',
    'Lycée des Ateliers',
    'École du Lac',
    'Collège Clos-Vert',
  ],
  ...[
    'École des Remparts',
    'École de la Butte',
    'Collège du Moulin',
    'Lycée de la Source',
    'École du Verger',
  ],
  'Collège des Marronniers',
];
export const SPACE_NAMES = [
  ...[
    'Espace numérique de Chenôve',
    'Cyber-base de Talant',
    'Médiathèque de Quetigny',
    'Point numérique de Longvic',
  ],
  ...['Espace public numérique de Marsannay', 'Médiathèque de Chevigny', 'Relais numérique de Fontaine'],
];
export const CLIENT_NAMES = [
  ...[
    'Théâtre du Canal',
    'Atelier Vauban SARL',
    'Régie des Halles',
    'Robotique du Val SARL',
    'Festival des Lumières',
  ],
  ...['Musée des Outils', 'Cabinet Horizon', 'Brasserie du Suzon', 'Société des Jardins', 'Agence Comète'],
];
export const ASSOCIATION_NAMES = [
  'Maison de quartier du Lac',
  'Repair café des Quais',
  'Les Jardins partagés',
];
export const PARTS = [
  ...[
    'support',
    'piece',
    'lampe',
    'boitier',
    'engrenage',
    'crochet',
    'poulie',
    'gabarit',
    'maquette',
    'figurine',
  ],
  ...['charniere', 'poignee', 'vase', 'capot', 'porte-cle'],
];
/** French, English, level, minutes, places, machine kind. */
export const TOPICS = /** @type {const} */ ([
  ['Premiers pas avec l’ordinateur', 'First steps with a computer', 'discover', 90, 8, null],
  ['Ses démarches en ligne', 'Public services on line', 'discover', 90, 6, null],
  ['Protéger ses données', 'Protecting one’s data', 'discover', 90, 10, null],
  ['Le smartphone au quotidien', 'The smartphone every day', 'discover', 90, 8, null],
  ['Traitement de texte', 'Word processing', 'practise', 120, 8, null],
  ['Retouche de photos', 'Editing photographs', 'practise', 120, 8, null],
  ['Montage vidéo', 'Editing video', 'practise', 180, 6, null],
  ['Découverte de l’impression 3D', 'Discovering 3D printing', 'discover', 90, 8, 'printer'],
  ['Modélisation 3D', '3D modelling', 'practise', 180, 6, 'printer'],
  ['Réparer avec l’imprimante 3D', 'Repairing with a 3D printer', 'deepen', 180, 6, 'printer'],
  ['Programmer avec des blocs', 'Programming with blocks', 'discover', 90, 12, null],
  ['Électronique : premiers montages', 'Electronics: first circuits', 'practise', 180, 8, null],
]);
export const PROJECTS = [
  ...[
    'Le journal filmé du collège',
    'La maquette du quartier',
    'Des prothèses pour jouets',
    'Le jardin connecté',
  ],
  ...['Les récits du marché', 'Un robot pour la fête de l’école', 'Le musée en relief', 'La radio du lac'],
  ...[
    'Une serre imprimée',
    'Le parcours sonore',
    'Les plans tactiles de la mairie annexe',
    'La fresque lumineuse',
  ],
];
