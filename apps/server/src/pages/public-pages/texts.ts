import { inLanguage, type Language, type Wording } from '@pandafab/shared';

/** The texts of the public pages. */
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
  /** Used when the server sends no mail. */
  readonly forgottenAsk: string;
  readonly registerLink: string;
  readonly programmeLink: string;
  readonly signOut: string;
  readonly noAccountYet: string;
  readonly readTheTerminal: string;
  readonly setupTitle: string;
  readonly setupIntroduction: string;
  readonly createAdministrator: string;
  readonly backToStart: string;
  /** The error of a field, and how to correct it. */
  readonly wrong: Readonly<Record<'email' | 'password' | 'passwordAgain' | 'displayName', string>>;
}

const fr: Texts = {
  tagline: 'Le réseau des fablabs, de la pièce à l’euro',
  error: 'Erreur :',
  formWrong: 'Le compte n’est pas encore créé.',
  formCure: 'Corrigez les champs marqués, puis envoyez de nouveau le formulaire.',
  email: 'Adresse e-mail',
  password: 'Mot de passe',
  passwordAgain: 'Le même mot de passe, une seconde fois',
  displayName: 'Votre nom',
  passwordHint: 'Au moins 12 caractères. Une phrase que vous retiendrez convient très bien.',
  signIn: 'Se connecter',
  forgottenLink: 'Mot de passe oublié ?',
  forgottenAsk:
    'Mot de passe oublié ? L’équipe de votre lab peut vous remettre un lien pour en choisir un nouveau.',
  registerLink: 'S’inscrire dans un lab',
  programmeLink: 'Voir le programme des labs',
  signOut: 'Se déconnecter',
  noAccountYet: 'Le service n’a encore aucun compte.',
  readTheTerminal:
    'Ouvrez le lien que le serveur a affiché sur son terminal à son démarrage : il permet de créer le premier compte d’administration.',
  setupTitle: 'Premier compte d’administration',
  setupIntroduction: 'Ce compte pourra tout faire : créer les labs, les membres et les autres comptes.',
  createAdministrator: 'Créer le compte',
  backToStart: 'Aller à la page de connexion',
  wrong: {
    email: 'Indiquez une adresse e-mail complète, comme prenom.nom@exemple.fr.',
    password: 'Choisissez un mot de passe de 12 à 200 caractères.',
    passwordAgain: 'Les deux mots de passe diffèrent : tapez deux fois le même.',
    displayName: 'Indiquez votre nom.',
  },
};

const en: Texts = {
  tagline: 'The network of fablabs, from the part to the euro',
  error: 'Error:',
  formWrong: 'The account is not created yet.',
  formCure: 'Correct the marked fields, then send the form again.',
  email: 'E-mail address',
  password: 'Password',
  passwordAgain: 'The same password, once more',
  displayName: 'Your name',
  passwordHint: 'At least 12 characters. A sentence that you will remember works very well.',
  signIn: 'Sign in',
  forgottenLink: 'Forgotten your password?',
  forgottenAsk: 'Forgotten your password? The staff of your lab can give you a link to choose a new one.',
  registerLink: 'Register with a lab',
  programmeLink: 'See the programme of the labs',
  signOut: 'Sign out',
  noAccountYet: 'The service has no account yet.',
  readTheTerminal:
    'Open the link that the server printed on its terminal when it started: it lets you create the first administrator.',
  setupTitle: 'First administrator',
  setupIntroduction: 'This account can do everything: create labs, members and the other accounts.',
  createAdministrator: 'Create the account',
  backToStart: 'Go to the sign-in page',
  wrong: {
    email: 'Enter a complete e-mail address, such as first.last@example.org.',
    password: 'Choose a password of 12 to 200 characters.',
    passwordAgain: 'The two passwords differ: type the same one twice.',
    displayName: 'Enter your name.',
  },
};

const texts: Wording<Texts> = { fr, en };

export const textsFor = (language: Language): Texts => inLanguage(texts, language);
