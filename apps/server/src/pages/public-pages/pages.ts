import { describeFault, type Fault, type Language } from '@pandafab/shared';
import { html } from '../../platform/http/html';
import { renderAlert, renderField, renderPage } from './page';
import { textsFor } from './texts';

/** The values typed into a form with errors. Passwords are never shown again. */
type Typed = Readonly<Record<string, string>>;

/** The links that the sign-in page offers in addition to signing in. */
export interface Ways {
  readonly forgotten: boolean;
  readonly register: boolean;
  /** The page that is opened after signing in. */
  readonly next: string;
}

export function signInPage(language: Language, ways: Ways, refused?: { typed: Typed; fault: Fault }): string {
  const texts = textsFor(language);
  const words = refused && describeFault(refused.fault, language);
  const body = html`${words && renderAlert(words.what, words.cure)}<form method="post" action="/">
${renderField({ name: 'email', label: texts.email, type: 'email', autocomplete: 'username', value: refused?.typed.email })}
${renderField({ name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password' })}
<input type="hidden" name="next" value="${ways.next}">
<button type="submit">${texts.signIn}</button>
</form>
${ways.forgotten ? html`<p><a href="/forgotten">${texts.forgottenLink}</a></p>` : html`<p>${texts.forgottenAsk}</p>`}
<p><a href="/programme">${texts.programmeLink}</a></p>
${ways.register ? html`<p><a href="/register">${texts.registerLink}</a></p>` : undefined}`;
  return renderPage({ language, title: texts.signIn, notice: refused && texts.error, body }, texts);
}

/** Shown before the first administrator exists: no account can sign in, and the page says where the set-up link is. */
export function emptyPage(language: Language): string {
  const texts = textsFor(language);
  const body = html`<p>${texts.readTheTerminal}</p>`;
  return renderPage({ language, title: texts.noAccountYet, body }, texts);
}

export function setupPage(
  language: Language,
  code: string,
  refused?: { typed: Typed; wrong: Typed },
): string {
  const texts = textsFor(language);
  const field = (name: 'displayName' | 'email', type: 'text' | 'email', autocomplete: string) =>
    renderField({
      name,
      label: texts[name],
      type,
      autocomplete,
      value: refused?.typed[name],
      wrong: refused?.wrong[name],
    });
  const secret = { type: 'password', autocomplete: 'new-password' } as const;
  const { password, passwordAgain, passwordHint: hint } = texts;
  const alert = refused && renderAlert(texts.formWrong, texts.formCure);
  const body = html`${alert}<p>${texts.setupIntroduction}</p>
<form method="post" action="/setup">
<input type="hidden" name="code" value="${code}">
${field('displayName', 'text', 'name')}
${field('email', 'email', 'username')}
${renderField({ name: 'password', label: password, ...secret, hint, wrong: refused?.wrong.password })}
${renderField({ name: 'passwordAgain', label: passwordAgain, ...secret, wrong: refused?.wrong.passwordAgain })}
<button type="submit">${texts.createAdministrator}</button>
</form>`;
  return renderPage({ language, title: texts.setupTitle, notice: refused && texts.error, body }, texts);
}

/** A page that could not be shown. */
export function faultPage(language: Language, fault: Fault): string {
  const texts = textsFor(language);
  const { what, cure } = describeFault(fault, language);
  const body = html`<p>${cure}</p><p><a href="/">${texts.backToStart}</a></p>`;
  return renderPage({ language, title: what, body }, texts);
}
