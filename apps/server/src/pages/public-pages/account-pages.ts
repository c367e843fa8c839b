import { describeFault, type Fault, type Language } from '@pandafab/shared';
import type { AccountCodePurpose } from '../../people/accounts/account-code.entity';
import { type Html, html } from '../../platform/http/html';
import { accountTextsFor, filled } from './account-texts';
import type { Typed } from './forms';
import { renderAlert, renderChoice, renderField, renderPage } from './page';
import { textsFor } from './texts';

/** Why a form is shown again: wrong fields, or the fault when it was sent. */
export interface Refused {
  readonly typed: Typed;
  readonly wrong?: Typed;
  readonly fault?: Fault;
}

const NEW_PASSWORD = { type: 'password', autocomplete: 'new-password' } as const;

/** @param what the sentence that says what was not done, when fields are wrong */
function alertOf(language: Language, what: string, refused: Refused | undefined): Html | undefined {
  if (!refused) return undefined;
  const words = refused.fault && describeFault(refused.fault, language);
  return words ? renderAlert(words.what, words.cure) : renderAlert(what, textsFor(language).formCure);
}

function passwordFields(language: Language, wrong: Typed | undefined): Html {
  const { password, passwordAgain, passwordHint: hint } = textsFor(language);
  return html`${renderField({ name: 'password', label: password, ...NEW_PASSWORD, hint, wrong: wrong?.password })}
${renderField({ name: 'passwordAgain', label: passwordAgain, ...NEW_PASSWORD, wrong: wrong?.passwordAgain })}`;
}

export function forgottenPage(language: Language, refused?: Refused): string {
  const [texts, words] = [textsFor(language), accountTextsFor(language)];
  const email = {
    name: 'email',
    label: texts.email,
    type: 'email',
    autocomplete: 'username',
    value: refused?.typed.email,
    wrong: refused?.wrong?.email,
  } as const;
  const body = html`<p>${words.forgottenIntroduction}</p>
<form method="post" action="/forgotten">
${renderField(email)}
<button type="submit">${words.send}</button>
</form>
<p><a href="/">${texts.backToStart}</a></p>`;
  const notice = refused && texts.error;
  return renderPage({ language, title: words.forgottenTitle, notice, body }, texts);
}

/** Says that a mail is on its way: the same page whether or not the address is known. */
export function onItsWayPage(
  language: Language,
  done: 'forgottenDone' | 'registerDone',
  email: string,
): string {
  const [texts, words] = [textsFor(language), accountTextsFor(language)];
  const body = html`<p>${filled(words[done], { email })}</p>
<p>${words.lookAround}</p>
<p><a href="/">${texts.backToStart}</a></p>`;
  return renderPage({ language, title: words.onItsWay, body }, texts);
}

export interface PasswordLink {
  readonly code: string;
  readonly purpose: AccountCodePurpose;
  readonly email: string;
}

export function passwordPage(language: Language, { code, purpose, email }: PasswordLink, refused?: Refused) {
  const [texts, words] = [textsFor(language), accountTextsFor(language)];
  const isNew = purpose !== 'password-reset';
  const introduction = isNew ? words.invitationIntroduction : words.resetIntroduction;
  const body = html`${alertOf(language, words.passwordNotSaved, refused)}<p>${filled(introduction, { email })}</p>
<form method="post" action="/password">
<input type="hidden" name="code" value="${code}">
${passwordFields(language, refused?.wrong)}
<button type="submit">${words.savePassword}</button>
</form>
<p>${words.notYou}</p>`;
  const title = isNew ? words.invitationTitle : words.resetTitle;
  return renderPage({ language, title, notice: refused && texts.error, body }, texts);
}

export function registerPage(
  language: Language,
  labs: readonly { readonly id: string; readonly name: string }[],
  refused?: Refused,
): string {
  const [texts, words] = [textsFor(language), accountTextsFor(language)];
  const { typed, wrong } = refused ?? {};
  const field = (name: 'displayName' | 'email', type: 'text' | 'email', autocomplete: string) =>
    renderField({ name, label: texts[name], type, autocomplete, value: typed?.[name], wrong: wrong?.[name] });
  const body = html`${alertOf(language, texts.formWrong, refused)}<p>${words.registerIntroduction}</p>
<form method="post" action="/register">
${renderChoice({ name: 'labId', label: words.lab, options: labs, value: typed?.labId, wrong: wrong?.labId })}
${field('displayName', 'text', 'name')}
${field('email', 'email', 'username')}
<button type="submit">${words.register}</button>
</form>
<p><a href="/">${texts.backToStart}</a></p>`;
  return renderPage({ language, title: words.registerTitle, notice: refused && texts.error, body }, texts);
}

/** Opening the link changes nothing: mail scanners open links too. A person must press the button. */
export function confirmEmailPage(language: Language, code: string, email: string): string {
  const words = accountTextsFor(language);
  const body = html`<p>${filled(words.emailIntroduction, { email })}</p>
<form method="post" action="/email">
<input type="hidden" name="code" value="${code}">
<button type="submit">${words.confirm}</button>
</form>
<p>${words.notYou}</p>`;
  return renderPage({ language, title: words.emailTitle, body }, textsFor(language));
}

export function emailChangedPage(language: Language): string {
  const [texts, words] = [textsFor(language), accountTextsFor(language)];
  const body = html`<p><a href="/">${texts.backToStart}</a></p>`;
  return renderPage({ language, title: words.emailDone, body }, texts);
}
