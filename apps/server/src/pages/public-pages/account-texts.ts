import { inLanguage, type Language, type Wording } from '@pandafab/shared';

/**
 * The texts of the pages that mails link to, and of those that ask for these mails; `{email}` and others are filled in.
 */
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
  forgottenIntroduction:
    'Indiquez l’adresse avec laquelle vous vous connectez : le service enverra un lien à cette adresse.',
  send: 'Envoyer le lien',
  onItsWay: 'Consultez votre messagerie',
  forgottenDone: 'Si un compte utilise l’adresse {email}, un courriel est envoyé à cette adresse.',
  lookAround:
    'S’il n’arrive pas en quelques minutes, regardez dans vos courriels indésirables, puis réessayez.',
  invitationTitle: 'Ouvrez votre compte',
  invitationIntroduction:
    'Choisissez le mot de passe avec lequel vous vous connecterez, avec l’adresse {email}.',
  resetTitle: 'Nouveau mot de passe',
  resetIntroduction: 'Choisissez le nouveau mot de passe de {email}. Vous serez déconnecté partout ailleurs.',
  savePassword: 'Enregistrer et se connecter',
  passwordNotSaved: 'Le mot de passe n’est pas encore enregistré.',
  registerTitle: 'S’inscrire dans un lab',
  registerIntroduction: 'Le service vous enverra un lien : votre compte sera créé quand vous l’aurez ouvert.',
  lab: 'Lab',
  register: 'S’inscrire',
  registerDone: 'Un courriel est envoyé à {email} : il explique comment continuer.',
  notYou: 'Ce n’est pas vous, ou vous n’avez rien demandé ? Fermez cette page : il ne se passera rien.',
  confirm: 'Confirmer',
  emailTitle: 'Confirmez votre nouvelle adresse',
  emailIntroduction: 'Vous vous connecterez désormais avec l’adresse {email}.',
  emailDone: 'C’est fait : connectez-vous désormais avec cette adresse.',
  labWrong: 'Choisissez un lab dans la liste.',
};

const en: AccountTexts = {
  forgottenTitle: 'Forgotten password',
  forgottenIntroduction:
    'Enter the address that you sign in with: the service will send a link to this address.',
  send: 'Send the link',
  onItsWay: 'Check your mail',
  forgottenDone: 'If an account uses the address {email}, a mail has been sent to this address.',
  lookAround: 'If it does not arrive within a few minutes, look in your junk mail, then try again.',
  invitationTitle: 'Open your account',
  invitationIntroduction: 'Choose the password that you will sign in with, with the address {email}.',
  resetTitle: 'New password',
  resetIntroduction: 'Choose the new password of {email}. You will be signed out everywhere else.',
  savePassword: 'Save and sign in',
  passwordNotSaved: 'The password is not saved yet.',
  registerTitle: 'Register with a lab',
  registerIntroduction: 'The service will send you a link: your account is created once you have opened it.',
  lab: 'Lab',
  register: 'Register',
  registerDone: 'A mail has been sent to {email}: it explains how to continue.',
  notYou: 'If this is not you, or you asked for nothing, close this page: nothing will happen.',
  confirm: 'Confirm',
  emailTitle: 'Confirm your new address',
  emailIntroduction: 'From now on you will sign in with the address {email}.',
  emailDone: 'Done: sign in with this address from now on.',
  labWrong: 'Choose a lab from the list.',
};

const texts: Wording<AccountTexts> = { fr, en };

export const accountTextsFor = (language: Language): AccountTexts => inLanguage(texts, language);

export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
