import type { Wording } from '@pandafab/shared';
import type { MailWords } from '../../platform/mail/mail-template';

interface AccountMail extends Wording<MailWords> {
  /** The page that the mail links to when it carries no code. */
  readonly page?: string;
  /** The mail that is sent instead when an account already uses the address. */
  readonly whenKnown?: string;
}

const ignoreIt = {
  fr: 'Si vous n’avez rien demandé, ne faites rien : sans ce lien, il ne se passe rien.',
  en: 'If you asked for nothing, do nothing: without this link nothing happens.',
};

/**
 * The mails about accounts, by name. None contains text that a visitor typed: visitors could otherwise send any text to
 * any address.
 */
export const accountMails = {
  invitation: {
    fr: {
      subject: 'Votre compte PandaFab vous attend',
      before: [
        'Bonjour,',
        'L’équipe d’un fablab du réseau vous invite à ouvrir votre compte. Choisissez votre mot de passe :',
      ],
      link: 'Choisir mon mot de passe',
      after: [
        'Ce lien sert une seule fois, pendant sept jours. Passé ce délai, demandez-en un autre à l’équipe de votre lab.',
      ],
    },
    en: {
      subject: 'Your PandaFab account is waiting for you',
      before: ['Hello,', 'The staff of a fablab invite you to open your account. Choose your password:'],
      link: 'Choose my password',
      after: [
        'This link works once, within seven days. After that, ask the staff of your lab for another one.',
      ],
    },
  },
  registration: {
    fr: {
      subject: 'Confirmez votre inscription',
      before: [
        'Bonjour,',
        'Une personne a demandé à s’inscrire au lab {lab} avec cette adresse. S’il s’agit de vous, choisissez votre mot de passe :',
      ],
      link: 'Choisir mon mot de passe',
      after: ['Ce lien sert une seule fois, pendant un jour.', ignoreIt.fr],
    },
    en: {
      subject: 'Confirm your registration',
      before: [
        'Hello,',
        'A person asked to register with the lab {lab} with this address. If it was you, choose your password:',
      ],
      link: 'Choose my password',
      after: ['This link works once, within a day.', ignoreIt.en],
    },
    whenKnown: 'registration-known',
  },
  'registration-known': {
    fr: {
      subject: 'Vous avez déjà un compte PandaFab',
      before: [
        'Bonjour,',
        'Une personne a demandé à s’inscrire avec cette adresse, mais un compte l’utilise déjà. Connectez-vous avec cette adresse. Si vous avez oublié votre mot de passe, demandez-en un nouveau :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: ['Si vous n’avez rien demandé, ne faites rien : votre compte reste comme il est.'],
    },
    en: {
      subject: 'You already have a PandaFab account',
      before: [
        'Hello,',
        'A person asked to register with this address, but an account already uses it. Sign in with this address. If you have forgotten your password, ask for a new one:',
      ],
      link: 'Ask for a new password',
      after: ['If you asked for nothing, do nothing: your account stays as it is.'],
    },
    page: 'forgotten',
  },
  'password-reset': {
    fr: {
      subject: 'Votre nouveau mot de passe',
      before: ['Bonjour,', 'Pour choisir un nouveau mot de passe, ouvrez ce lien :'],
      link: 'Choisir un nouveau mot de passe',
      after: ['Ce lien sert une seule fois, pendant une heure.', ignoreIt.fr],
    },
    en: {
      subject: 'Your new password',
      before: ['Hello,', 'To choose a new password, open this link:'],
      link: 'Choose a new password',
      after: ['This link works once, within an hour.', ignoreIt.en],
    },
  },
  'password-changed': {
    fr: {
      subject: 'Votre mot de passe a été changé',
      before: [
        'Bonjour,',
        'Le mot de passe de votre compte vient d’être changé, et vos autres sessions sont fermées. Si ce changement vient de vous, vous n’avez rien à faire. Sinon, choisissez sans attendre un autre mot de passe et prévenez l’équipe de votre lab :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: [],
    },
    en: {
      subject: 'Your password was changed',
      before: [
        'Hello,',
        'The password of your account was just changed, and your other sessions have ended. If it was you, there is nothing to do. If not, choose another one immediately and tell the staff of your lab:',
      ],
      link: 'Ask for a new password',
      after: [],
    },
    page: 'forgotten',
  },
  'email-change': {
    fr: {
      subject: 'Confirmez votre nouvelle adresse',
      before: ['Bonjour,', 'Pour vous connecter désormais avec cette adresse, ouvrez ce lien :'],
      link: 'Confirmer cette adresse',
      after: ['Ce lien sert une seule fois, pendant un jour.', ignoreIt.fr],
    },
    en: {
      subject: 'Confirm your new address',
      before: ['Hello,', 'To sign in with this address from now on, open this link:'],
      link: 'Confirm this address',
      after: ['This link works once, within a day.', ignoreIt.en],
    },
    whenKnown: 'email-change-known',
  },
  'email-change-known': {
    fr: {
      subject: 'Un compte utilise déjà cette adresse',
      before: [
        'Bonjour,',
        'Une personne a demandé à utiliser cette adresse pour un autre compte. Votre compte l’utilise déjà : rien n’a changé.',
      ],
      after: ['Pour l’utiliser avec un autre compte, changez d’abord l’adresse de ce compte.'],
    },
    en: {
      subject: 'An account already uses this address',
      before: [
        'Hello,',
        'A person asked to use this address for another account. Your account already uses it: nothing has changed.',
      ],
      after: ['To use it with another account, first change the address of this account.'],
    },
  },
  'email-change-asked': {
    fr: {
      subject: 'Changement de votre adresse de connexion',
      before: [
        'Bonjour,',
        'Une personne connectée à votre compte a demandé à remplacer cette adresse de connexion par une autre. S’il s’agit de vous, vous n’avez rien à faire ici. Sinon, choisissez sans attendre un autre mot de passe, ce qui annule la demande :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: [],
    },
    en: {
      subject: 'Change of the address you sign in with',
      before: [
        'Hello,',
        'A person who was signed in to your account asked to replace this sign-in address with another one. If it was you, there is nothing to do here. If not, choose another password immediately, which cancels the request:',
      ],
      link: 'Ask for a new password',
      after: [],
    },
    page: 'forgotten',
  },
} as const satisfies Record<string, AccountMail>;

export type AccountMailName = keyof typeof accountMails;

declare module '../../platform/mail/mail-template' {
  interface MailNames extends Record<AccountMailName, true> {}
}
