import type { Role } from '@pandafab/domain';
import { describeFault, type Fault, type Language } from '@pandafab/shared';
import { html } from './html';
import { renderAlert, renderField, renderPage } from './page';
import { textsFor } from './texts';

/** What a person typed, and what is wrong with it. Passwords are never shown again. */
export interface FormState {
  readonly typed?: Readonly<Record<string, string>>;
  readonly wrong?: Readonly<Record<string, string>>;
  readonly fault?: Fault;
}

const alertOf = (fault: Fault | undefined, language: Language) => {
  if (!fault) return undefined;
  const { what, cure } = describeFault(fault, language);
  return renderAlert(what, cure);
};

export function signInPage(language: Language, { typed, fault }: FormState = {}): string {
  const texts = textsFor(language);
  const body = html`${alertOf(fault, language)}<form method="post" action="/">
${renderField({ name: 'email', label: texts.email, type: 'email', autocomplete: 'username', value: typed?.email })}
${renderField({ name: 'password', label: texts.password, type: 'password', autocomplete: 'current-password' })}
<button type="submit">${texts.signIn}</button>
</form>`;
  const title = fault ? `${texts.error} ${texts.signIn}` : texts.signIn;
  return renderPage({ language, title, body }, texts);
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

export function homePage(language: Language, { name, email, roles }: Person): string {
  const texts = textsFor(language);
  const named = roles.map((role) => texts.roles[role]).join(', ');
  const body = html`<p>${email}</p>
<p>${texts.yourRoles} ${named}</p>
<p><a href="/api/openapi.json">${texts.apiDescription}</a></p>
<form method="post" action="/sign-out"><button class="plain" type="submit">${texts.signOut}</button></form>`;
  return renderPage({ language, title: `${texts.welcome} ${name}`, body }, texts);
}

/** Before the first administrator: who comes here cannot sign in, and learns where to look. */
export function emptyPage(language: Language): string {
  const texts = textsFor(language);
  const body = html`<p>${texts.readTheTerminal}</p>`;
  return renderPage({ language, title: texts.noAccountYet, body }, texts);
}

export function setupPage(language: Language, code: string, state: FormState = {}): string {
  const texts = textsFor(language);
  const { typed, wrong, fault } = state;
  const field = (name: 'displayName' | 'email', type: 'text' | 'email', autocomplete: string) =>
    renderField({ name, label: texts[name], type, autocomplete, value: typed?.[name], wrong: wrong?.[name] });
  const secret = { type: 'password', autocomplete: 'new-password' } as const;
  const { password, passwordAgain, passwordHint: hint } = texts;
  const body = html`<p>${texts.setupIntroduction}</p>
${alertOf(fault, language)}<form method="post" action="/setup">
<input type="hidden" name="code" value="${code}">
${field('displayName', 'text', 'name')}
${field('email', 'email', 'username')}
${renderField({ name: 'password', label: password, ...secret, hint, wrong: wrong?.password })}
${renderField({ name: 'passwordAgain', label: passwordAgain, ...secret, wrong: wrong?.passwordAgain })}
<button type="submit">${texts.createAdministrator}</button>
</form>`;
  const title = fault || wrong ? `${texts.error} ${texts.setupTitle}` : texts.setupTitle;
  return renderPage({ language, title, body }, texts);
}

/** A page that could not be shown. */
export function faultPage(language: Language, fault: Fault): string {
  const texts = textsFor(language);
  const { what, cure } = describeFault(fault, language);
  const body = html`<p>${cure}</p><p><a href="/">${texts.backToStart}</a></p>`;
  return renderPage({ language, title: what, body }, texts);
}
