import { type Language, typesetAll } from '@pandafab/shared';

/** What the doorstep says. */
export interface Texts {
  readonly tagline: string;
  readonly error: string;
  readonly formWrong: string;
  readonly formCure: string;
  readonly email: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly displayName: string;
  readonly passwordHint: string;
  readonly signIn: string;
  readonly forgottenLink: string;
  /** Where no mail goes out. */
  readonly forgottenAsk: string;
  readonly registerLink: string;
  readonly signOut: string;
  readonly noAccountYet: string;
  readonly readTheTerminal: string;
  readonly setupTitle: string;
  readonly setupIntroduction: string;
  readonly createAdministrator: string;
  readonly backToStart: string;
  /** What is wrong with a field, and what to do. */
  readonly wrong: Readonly<Record<'email' | 'password' | 'passwordAgain' | 'displayName', string>>;
}

const fr: Texts = {
  tagline: 'Le réseau des fablabs, de la pièce à l’euro',
  error: 'Erreur :',
  formWrong: 'Le compte n’est pas encore créé.',
  formCure: 'Corrigez les champs marqués, puis envoyez de nouveau.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  passwordAgain: 'Le même mot de passe, une seconde fois',
  displayName: 'Votre nom',
  passwordHint: 'Au moins 12 caractères. Une phrase que vous retiendrez convient très bien.',
  signIn: 'Se connecter',
  forgottenLink: 'Mot de passe oublié ?',
  forgottenAsk: 'Mot de passe oublié ? L’équipe de votre lab vous remet un lien pour en choisir un autre.',
  registerLink: 'S’inscrire dans un lab',
  signOut: 'Se déconnecter',
  noAccountYet: 'Le service n’a encore aucun compte.',
  readTheTerminal:
    'Ouvrez le lien que le serveur a affiché sur son terminal à son démarrage : il permet de créer le premier compte d’administration.',
  setupTitle: 'Premier compte d’administration',
  setupIntroduction: 'Ce compte pourra tout faire : créer les labs, les membres et les autres comptes.',
  createAdministrator: 'Créer le compte',
  backToStart: 'Aller à la page de connexion',
  wrong: {
    email: 'Donnez une adresse e-mail complète, comme prenom.nom@exemple.fr.',
    password: 'Donnez un mot de passe de 12 à 200 caractères.',
    passwordAgain: 'Les deux mots de passe diffèrent : tapez deux fois le même.',
    displayName: 'Donnez votre nom.',
  },
};

const en: Texts = {
  tagline: 'The network of fablabs, from the part to the euro',
  error: 'Error:',
  formWrong: 'The account is not created yet.',
  formCure: 'Correct the marked fields and send it again.',
  email: 'E-mail address',
  password: 'Password',
  passwordAgain: 'The same password, once more',
  displayName: 'Your name',
  passwordHint: 'At least 12 characters. A sentence that you will remember does very well.',
  signIn: 'Sign in',
  forgottenLink: 'Forgotten your password?',
  forgottenAsk: 'Forgotten your password? The staff of your lab hand you a link to choose another one.',
  registerLink: 'Register with a lab',
  signOut: 'Sign out',
  noAccountYet: 'The service has no account yet.',
  readTheTerminal:
    'Open the link that the server printed on its terminal when it started: it lets you create the first administrator.',
  setupTitle: 'First administrator',
  setupIntroduction: 'This account may do everything: create labs, members and the other accounts.',
  createAdministrator: 'Create the account',
  backToStart: 'Go to the sign-in page',
  wrong: {
    email: 'Give a complete e-mail address, such as first.last@example.org.',
    password: 'Give a password of 12 to 200 characters.',
    passwordAgain: 'The two passwords differ: type the same one twice.',
    displayName: 'Give your name.',
  },
};

const texts: Readonly<Record<Language, Texts>> = { fr: typesetAll(fr, 'fr'), en };

export const textsFor = (language: Language): Texts => texts[language];
