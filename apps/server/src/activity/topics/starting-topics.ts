import type { Audience, TopicLevel } from '@pandafab/domain';

interface Words {
  readonly name: string;
  readonly aims: string;
}

/** One introduction of the starting list. */
export interface StartingTopic {
  readonly level: TopicLevel;
  readonly minutes: number;
  readonly capacity: number;
  /** Absent: for all. */
  readonly audiences?: readonly Audience[];
  /** Code of a kind of machine. */
  readonly induction?: string;
  readonly fr: Words;
  readonly en: Words;
}

const words = (frName: string, frAims: string, enName: string, enAims: string) => ({
  fr: { name: frName, aims: frAims },
  en: { name: enName, aims: enAims },
});

/** First steps, in a group of eight. */
const discover = (minutes: number, capacity = 8) => ({ level: 'discover' as const, minutes, capacity });
const practise = (minutes: number, capacity = 8) => ({ level: 'practise' as const, minutes, capacity });
const deepen = (minutes: number, capacity = 6) => ({ level: 'deepen' as const, minutes, capacity });

const EVERYDAY: readonly StartingTopic[] = [
  {
    ...discover(120),
    ...words(
      'Premiers pas avec l’ordinateur',
      'Allumer, éteindre, utiliser la souris et le clavier, ouvrir un programme.',
      'First steps with a computer',
      'Switch it on and off, use the mouse and the keyboard, open a program.',
    ),
  },
  {
    ...discover(120),
    ...words(
      'Premiers pas avec la tablette et le téléphone',
      'Régler son appareil, installer une application, se connecter au Wi-Fi.',
      'First steps with a tablet and a phone',
      'Set up your device, install an app, connect to Wi-Fi.',
    ),
  },
  {
    ...discover(120),
    ...words(
      'Naviguer sur Internet',
      'Chercher une information, reconnaître une adresse sûre, garder une page.',
      'Using the web',
      'Look for information, recognise a safe address, keep a page.',
    ),
  },
  {
    ...discover(120),
    ...words(
      'Créer et utiliser une adresse électronique',
      'Ouvrir une boîte, lire, répondre, joindre un fichier, reconnaître un message indésirable.',
      'Getting and using an e-mail address',
      'Open a mailbox, read, answer, attach a file, recognise spam.',
    ),
  },
  {
    ...discover(90),
    ...words(
      'Ranger ses fichiers et ses photos',
      'Créer des dossiers, copier depuis un téléphone, retrouver un fichier.',
      'Keeping files and photos in order',
      'Make folders, copy from a phone, find a file again.',
    ),
  },
  {
    ...discover(90),
    ...words(
      'Appels vidéo avec ses proches',
      'Lancer un appel, régler le son et l’image, inviter plusieurs personnes.',
      'Video calls with family and friends',
      'Start a call, set sound and picture, invite several people.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Écrire une lettre avec un traitement de texte',
      'Mettre en page, corriger, enregistrer et imprimer une lettre.',
      'Writing a letter with a word processor',
      'Lay out, correct, save and print a letter.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Tenir son budget avec un tableur',
      'Saisir des nombres, faire une somme, lire un graphique.',
      'Keeping a budget with a spreadsheet',
      'Enter numbers, make a sum, read a chart.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Choisir et remplacer ses logiciels par des logiciels libres',
      'Connaître les logiciels libres courants, en installer un, ouvrir ses anciens fichiers.',
      'Choosing free software',
      'Know common free software, install one, open your old files with it.',
    ),
  },
  {
    ...practise(90),
    ...words(
      'Sauvegarder ses données',
      'Choisir quoi garder, copier sur un disque, vérifier la copie.',
      'Backing up your data',
      'Choose what to keep, copy it to a disk, check the copy.',
    ),
  },
];

const RIGHTS: readonly StartingTopic[] = [
  {
    ...discover(120, 6),
    ...words(
      'Faire ses démarches en ligne',
      'Se connecter avec FranceConnect, remplir un formulaire, garder une preuve.',
      'Dealing with public offices online',
      'Sign in with FranceConnect, fill in a form, keep a proof.',
    ),
  },
  {
    ...discover(120, 6),
    ...words(
      'Mes droits et ma santé en ligne',
      'Consulter ses remboursements, prendre un rendez-vous médical, protéger son dossier.',
      'My rights and my health online',
      'See your refunds, make a doctor’s appointment, protect your record.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Chercher un emploi sur Internet',
      'Créer son espace, répondre à une offre, suivre ses candidatures.',
      'Looking for work on the web',
      'Open an account, answer an offer, follow your applications.',
    ),
  },
  {
    ...practise(120, 6),
    ...words(
      'Écrire et mettre en page son CV',
      'Choisir ce qui compte, mettre en page, exporter en PDF.',
      'Writing a CV',
      'Choose what matters, lay it out, export it as PDF.',
    ),
  },
  {
    ...discover(90),
    ...words(
      'Mots de passe et comptes sûrs',
      'Choisir un bon mot de passe, utiliser un coffre, activer la double vérification.',
      'Safe passwords and accounts',
      'Choose a good password, use a password manager, switch on a second check.',
    ),
  },
  {
    ...discover(90),
    ...words(
      'Reconnaître les arnaques en ligne',
      'Repérer un faux message, vérifier une adresse, savoir à qui le signaler.',
      'Recognising online fraud',
      'Spot a false message, check an address, know whom to report it to.',
    ),
  },
  {
    ...practise(90),
    ...words(
      'Ses données personnelles et ses droits',
      'Régler ce que l’on partage, demander une copie ou l’effacement de ses données.',
      'Your personal data and your rights',
      'Set what you share, ask for a copy of your data or for its erasure.',
    ),
  },
  {
    ...discover(90, 12),
    ...words(
      'Parents et écrans',
      'Régler un contrôle parental, parler des jeux et des réseaux en famille.',
      'Parents and screens',
      'Set parental controls, talk about games and networks at home.',
    ),
  },
  {
    ...practise(90, 15),
    audiences: ['school', 'group'],
    ...words(
      'S’informer et vérifier une information',
      'Trouver la source d’une image et d’un texte, comparer plusieurs sources.',
      'Checking news and information',
      'Find the source of a picture and a text, compare several sources.',
    ),
  },
  {
    ...discover(90),
    ...words(
      'Rendre son ordinateur accessible',
      'Agrandir l’écran, faire lire un texte, régler les contrastes et la saisie.',
      'Making a computer accessible',
      'Enlarge the screen, have a text read aloud, set contrast and input.',
    ),
  },
];

const MAKING: readonly StartingTopic[] = [
  {
    ...discover(90, 12),
    ...words(
      'Découvrir le fablab',
      'Connaître les machines, les règles de sécurité et la façon de réserver.',
      'Discovering the fablab',
      'Know the machines, the safety rules and how to book.',
    ),
  },
  {
    ...discover(120, 6),
    induction: 'printer',
    ...words(
      'Imprimer en 3D : la machine',
      'Préparer la machine, charger une bobine, lancer et surveiller une impression.',
      '3D printing: the machine',
      'Prepare the machine, load a spool, start and watch a print.',
    ),
  },
  {
    ...practise(120, 6),
    ...words(
      'Imprimer en 3D : préparer son fichier',
      'Choisir un modèle, régler le trancheur, placer la pièce et ses supports.',
      '3D printing: preparing a file',
      'Choose a model, set the slicer, place the part and its supports.',
    ),
  },
  {
    ...discover(180),
    ...words(
      'Dessiner une première pièce en 3D',
      'Assembler des volumes simples, mesurer, exporter pour l’impression.',
      'Designing a first 3D part',
      'Put simple solids together, measure, export for printing.',
    ),
  },
  {
    ...deepen(180),
    ...words(
      'Modéliser des pièces techniques',
      'Faire une esquisse cotée, changer une mesure, assembler plusieurs pièces.',
      'Modelling technical parts',
      'Draw a sketch with dimensions, change one, assemble several parts.',
    ),
  },
  {
    ...discover(120, 6),
    induction: 'laser',
    ...words(
      'Découpe et gravure laser',
      'Préparer un tracé, choisir un matériau autorisé, travailler en sécurité.',
      'Laser cutting and engraving',
      'Prepare a path, choose a permitted material, work safely.',
    ),
  },
  {
    ...discover(120, 6),
    induction: 'vinyl-cutter',
    ...words(
      'Découpe de vinyle et flocage',
      'Préparer un dessin, découper, écheniller, presser à chaud.',
      'Cutting vinyl and printing textiles',
      'Prepare a drawing, cut, weed, heat-press.',
    ),
  },
  {
    ...practise(180, 4),
    induction: 'mill',
    ...words(
      'Fraisage à commande numérique',
      'Fixer une pièce, choisir un outil, simuler et lancer un usinage.',
      'Computer-driven milling',
      'Fix a workpiece, choose a tool, simulate and start a cut.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Dessin vectoriel avec Inkscape',
      'Dessiner des formes, suivre une image, préparer un fichier pour la découpe.',
      'Vector drawing with Inkscape',
      'Draw shapes, trace a picture, prepare a file for cutting.',
    ),
  },
  {
    ...discover(120),
    ...words(
      'Premiers pas en électronique',
      'Lire un schéma simple, monter un circuit, mesurer une tension.',
      'First steps in electronics',
      'Read a simple diagram, build a circuit, measure a voltage.',
    ),
  },
  {
    ...practise(150, 6),
    ...words(
      'Souder et réparer',
      'Souder un composant, trouver une panne simple, réparer sans danger.',
      'Soldering and repairing',
      'Solder a component, find a simple fault, repair safely.',
    ),
  },
  {
    ...practise(180),
    ...words(
      'Programmer une carte Arduino',
      'Allumer une lampe, lire un capteur, commander un moteur.',
      'Programming an Arduino board',
      'Light a lamp, read a sensor, drive a motor.',
    ),
  },
];

const CREATING: readonly StartingTopic[] = [
  {
    ...discover(120, 12),
    audiences: ['everyone', 'school', 'group'],
    ...words(
      'Programmer avec Scratch',
      'Animer un personnage, répéter une action, créer un petit jeu.',
      'Programming with Scratch',
      'Move a character, repeat an action, make a small game.',
    ),
  },
  {
    ...practise(150),
    ...words(
      'Programmer en Python',
      'Écrire un programme court, lire un fichier, corriger une erreur.',
      'Programming in Python',
      'Write a short program, read a file, correct an error.',
    ),
  },
  {
    ...practise(150),
    ...words(
      'Créer son site web',
      'Écrire une page, ajouter une image, la mettre en ligne.',
      'Making a website',
      'Write a page, add a picture, put it online.',
    ),
  },
  {
    ...practise(120),
    ...words(
      'Retoucher ses photos',
      'Recadrer, corriger la lumière, préparer pour le web ou pour l’impression.',
      'Editing photos',
      'Crop, correct the light, prepare for the web or for print.',
    ),
  },
  {
    ...discover(180),
    ...words(
      'Filmer et monter une vidéo',
      'Préparer un plan, filmer avec un téléphone, monter et ajouter un titre.',
      'Filming and editing a video',
      'Prepare a shot, film with a phone, edit and add a title.',
    ),
  },
  {
    ...deepen(180),
    ...words(
      'Réaliser un film documentaire',
      'Écrire un projet, conduire un entretien, monter le son et l’image.',
      'Making a documentary film',
      'Write a project, lead an interview, edit sound and picture.',
    ),
  },
  {
    ...practise(150, 6),
    ...words(
      'Enregistrer un podcast',
      'Placer un micro, enregistrer une voix, monter et publier une émission.',
      'Recording a podcast',
      'Place a microphone, record a voice, edit and publish a programme.',
    ),
  },
  {
    ...deepen(180, 10),
    audiences: ['spaces'],
    ...words(
      'Accompagner un public débutant',
      'Préparer une séance, adapter son langage, orienter vers le bon service.',
      'Helping beginners',
      'Prepare a session, adapt your words, point people to the right service.',
    ),
  },
];

/** Forty introductions, in the order of the catalogue. */
export const STARTING_TOPICS: readonly StartingTopic[] = [...EVERYDAY, ...RIGHTS, ...MAKING, ...CREATING];
