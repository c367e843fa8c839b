import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import { html } from '../../platform/http/html';
import { filled } from './account-texts';
import { renderPage } from './page';
import { textsFor } from './texts';

interface UnsubscribeTexts {
  readonly title: string;
  readonly which: string;
  readonly only: string;
  readonly stop: string;
  readonly done: string;
  readonly stopped: string;
  readonly again: string;
}

const texts: Wording<UnsubscribeTexts> = {
  fr: {
    title: 'Arrêter ces courriels',
    which: 'Vous recevez des courriels sur ce sujet : « {name} ».',
    only: 'Le bouton arrête ces courriels seulement. Vos autres avis ne changent pas.',
    stop: 'Arrêter ces courriels',
    done: 'C’est fait',
    stopped: 'Vous ne recevrez plus de courriel sur ce sujet : « {name} ».',
    again: 'Pour en recevoir à nouveau, ouvrez la page de votre compte.',
  },
  en: {
    title: 'Stop these mails',
    which: 'You get mails about: “{name}”.',
    only: 'The button stops these mails only. Your other notices stay as they are.',
    stop: 'Stop these mails',
    done: 'Done',
    stopped: 'You will get no more mails about: “{name}”.',
    again: 'To get them again, open the page of your account.',
  },
};

/** Asks before it stops the mails. @param name of the kind */
export function stopMailsPage(language: Language, secret: string, name: string): string {
  const words = inLanguage(texts, language);
  const body = html`<p>${filled(words.which, { name })}</p>
<p>${words.only}</p>
<form method="post" action="/unsubscribe/${secret}?language=${language}">
<button type="submit">${words.stop}</button>
</form>`;
  return renderPage({ language, title: words.title, body }, textsFor(language));
}

export function mailsStoppedPage(language: Language, name: string): string {
  const words = inLanguage(texts, language);
  const body = html`<p>${filled(words.stopped, { name })}</p>
<p>${words.again}</p>
<p><a href="/">${textsFor(language).backToStart}</a></p>`;
  return renderPage({ language, title: words.done, body }, textsFor(language));
}
