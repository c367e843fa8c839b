import type { Language } from '@pandafab/shared';

/** What one mail says in one language. `{name}` takes the mail's parameter of that name. */
interface Wording {
  readonly subject: string;
  readonly before: readonly string[];
  /** What the link is called; there is none without it. */
  readonly link?: string;
  readonly after: readonly string[];
}

interface MailTemplate extends Readonly<Record<Language, Wording>> {
  /** The page that is linked where the mail carries no code. */
  readonly page?: string;
  /** What is sent instead when the address opens an account already. */
  readonly whenKnown?: string;
}

const ignoreIt = {
  fr: 'Si vous n’avez rien demandé, ne faites rien : sans ce lien, il ne se passe rien.',
  en: 'If you asked for nothing, do nothing: without this link nothing happens.',
};

/** Every mail, by name. None repeats what a stranger typed: it would carry their words to whomever they like. */
const catalogue = {
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
      subject: 'Your PandaFab account awaits you',
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
        'Une inscription au lab {lab} a été demandée avec cette adresse. Si elle vient de vous, choisissez votre mot de passe :',
      ],
      link: 'Choisir mon mot de passe',
      after: ['Ce lien sert une seule fois, pendant un jour.', ignoreIt.fr],
    },
    en: {
      subject: 'Confirm your registration',
      before: [
        'Hello,',
        'Somebody asked to register with the lab {lab} under this address. If it was you, choose your password:',
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
        'Une inscription a été demandée avec cette adresse, mais elle ouvre déjà un compte. Connectez-vous avec elle. Si votre mot de passe est oublié, demandez-en un autre :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: ['Si vous n’avez rien demandé, ne faites rien : votre compte reste comme il est.'],
    },
    en: {
      subject: 'You already have a PandaFab account',
      before: [
        'Hello,',
        'Somebody asked to register under this address, but it already opens an account. Sign in with it. If your password is forgotten, ask for another one:',
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
        'Le mot de passe de votre compte vient d’être changé, et vos autres sessions sont fermées. Si cela vient de vous, vous n’avez rien à faire. Sinon, choisissez-en un autre sans attendre et prévenez l’équipe de votre lab :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: [],
    },
    en: {
      subject: 'Your password was changed',
      before: [
        'Hello,',
        'The password of your account was just changed, and your other sessions are ended. If it was you, there is nothing to do. If not, choose another one at once and tell the staff of your lab:',
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
      subject: 'Cette adresse ouvre déjà un compte',
      before: [
        'Bonjour,',
        'Quelqu’un a voulu se connecter à un autre compte avec cette adresse. Elle ouvre déjà le vôtre : rien n’a changé.',
      ],
      after: ['Pour l’utiliser avec un autre compte, donnez d’abord une autre adresse à celui-ci.'],
    },
    en: {
      subject: 'This address already opens an account',
      before: [
        'Hello,',
        'Somebody wanted to sign in to another account with this address. It already opens yours: nothing has changed.',
      ],
      after: ['To use it with another account, give this one another address first.'],
    },
  },
  'email-change-asked': {
    fr: {
      subject: 'Changement de votre adresse de connexion',
      before: [
        'Bonjour,',
        'Il a été demandé que votre compte s’ouvre désormais avec une autre adresse que celle-ci. Si cela vient de vous, vous n’avez rien à faire ici. Sinon, choisissez sans attendre un autre mot de passe, ce qui annule la demande :',
      ],
      link: 'Demander un nouveau mot de passe',
      after: [],
    },
    en: {
      subject: 'Change of the address you sign in with',
      before: [
        'Hello,',
        'It was asked that your account be opened with another address than this one from now on. If it was you, there is nothing to do here. If not, choose another password at once, which cancels the request:',
      ],
      link: 'Ask for a new password',
      after: [],
    },
    page: 'forgotten',
  },
} as const satisfies Record<string, MailTemplate>;

export type MailTemplateName = keyof typeof catalogue;

/** @throws Error for a name of another version. */
export function mailTemplate(name: string): MailTemplate {
  if (!Object.hasOwn(catalogue, name)) throw new Error(`there is no mail called ${name}`);
  return catalogue[name as MailTemplateName];
}
