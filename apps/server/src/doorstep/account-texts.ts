import { type Language, typesetAll } from '@pandafab/shared';

/** What the pages that mails lead to say, and those that ask for these mails. `{email}` and the like are filled in. */
export interface AccountTexts {
  readonly forgottenTitle: string;
  readonly forgottenIntroduction: string;
  readonly send: string;
  readonly onItsWay: string;
  readonly forgottenDone: string;
  readonly lookAround: string;
  readonly invitationTitle: string;
  readonly invitationIntroduction: string;
  readonly resetTitle: string;
  readonly resetIntroduction: string;
  readonly savePassword: string;
  readonly passwordNotSaved: string;
  readonly registerTitle: string;
  readonly registerIntroduction: string;
  readonly lab: string;
  readonly register: string;
  readonly registerDone: string;
  readonly notYou: string;
  readonly confirm: string;
  readonly emailTitle: string;
  readonly emailIntroduction: string;
  readonly emailDone: string;
  readonly labWrong: string;
}

const fr: AccountTexts = {
  forgottenTitle: 'Mot de passe oublié',
  forgottenIntroduction: 'Donnez l’adresse avec laquelle vous vous connectez : un lien vous y sera envoyé.',
  send: 'Envoyer le lien',
  onItsWay: 'Regardez vos messages',
  forgottenDone: 'Si l’adresse {email} ouvre un compte, un message est en route.',
  lookAround: 'S’il n’arrive pas en quelques minutes, regardez dans les indésirables, puis réessayez.',
  invitationTitle: 'Ouvrez votre compte',
  invitationIntroduction:
    'Choisissez le mot de passe avec lequel vous vous connecterez, avec l’adresse {email}.',
  resetTitle: 'Nouveau mot de passe',
  resetIntroduction:
    'Choisissez le nouveau mot de passe de {email}. Toutes vos sessions ouvertes seront fermées.',
  savePassword: 'Enregistrer et se connecter',
  passwordNotSaved: 'Le mot de passe n’est pas encore enregistré.',
  registerTitle: 'S’inscrire dans un lab',
  registerIntroduction: 'Un lien vous sera envoyé : votre compte sera ouvert quand vous l’aurez suivi.',
  lab: 'Lab',
  register: 'S’inscrire',
  registerDone: 'Un message est en route vers {email} : il dit comment continuer.',
  notYou: 'Ce n’est pas vous, ou vous n’avez rien demandé ? Fermez cette page : il ne se passera rien.',
  confirm: 'Confirmer',
  emailTitle: 'Confirmez votre nouvelle adresse',
  emailIntroduction: 'Vous vous connecterez désormais avec l’adresse {email}.',
  emailDone: 'C’est fait : connectez-vous désormais avec cette adresse.',
  labWrong: 'Choisissez un lab de la liste.',
};

const en: AccountTexts = {
  forgottenTitle: 'Forgotten password',
  forgottenIntroduction: 'Give the address that you sign in with: a link will be sent there.',
  send: 'Send the link',
  onItsWay: 'Look at your mail',
  forgottenDone: 'If the address {email} opens an account, a mail is on its way.',
  lookAround: 'If it does not arrive within minutes, look among the junk mail, then try again.',
  invitationTitle: 'Open your account',
  invitationIntroduction: 'Choose the password that you will sign in with, with the address {email}.',
  resetTitle: 'New password',
  resetIntroduction: 'Choose the new password of {email}. All your open sessions will end.',
  savePassword: 'Save and sign in',
  passwordNotSaved: 'The password is not saved yet.',
  registerTitle: 'Register with a lab',
  registerIntroduction: 'A link will be sent to you: your account is opened once you have followed it.',
  lab: 'Lab',
  register: 'Register',
  registerDone: 'A mail to {email} is on its way: it says how to go on.',
  notYou: 'This is not you, or you asked for nothing? Close this page: nothing will happen.',
  confirm: 'Confirm',
  emailTitle: 'Confirm your new address',
  emailIntroduction: 'From now on you will sign in with the address {email}.',
  emailDone: 'Done: sign in with this address from now on.',
  labWrong: 'Choose a lab of the list.',
};

const texts: Readonly<Record<Language, AccountTexts>> = { fr: typesetAll(fr, 'fr'), en };

export const accountTextsFor = (language: Language): AccountTexts => texts[language];

export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
