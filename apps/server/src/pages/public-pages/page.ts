import type { Language } from '@pandafab/shared';
import { type Html, html } from '../../platform/http/html';
import { STYLE_URL } from './style';
import type { Texts } from './texts';

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** Put before the title of the browser's tab, which a screen reader reads first: such as “Error:”. */
  readonly notice?: string | undefined;
  readonly body: Html;
}

/** A whole document. */
export function renderPage({ language, title, notice, body }: Page, texts: Texts): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${notice ? `${notice} ` : ''}${title} – PandaFab</title>
<link rel="stylesheet" href="${STYLE_URL}">
</head>
<body>
<main>
<p class="mark">PandaFab</p>
<p class="tagline">${texts.tagline}</p>
<div class="card">
<h1>${title}</h1>
${body}
</div>
</main>
</body>
</html>
`.text;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  /** The autofill token for browsers (HTML, autofill). */
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly hint?: string;
  /** The error of the typed value. */
  readonly wrong?: string | undefined;
}

/** A labelled input; screen readers read its hint and its error with it. */
export function renderField({ name, label, type, autocomplete, value, hint, wrong }: Field): Html {
  const notes = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required value="${value ?? ''}"${
    notes ? html` aria-describedby="${notes}"` : undefined
  }${wrong ? html` aria-invalid="true"` : undefined}>
${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : undefined}
${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : undefined}
</div>`;
}

export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value?: string | undefined;
  readonly wrong?: string | undefined;
}

/** A labelled list to choose from; screen readers read its error with it. */
export function renderChoice({ name, label, options, value, wrong }: Choice): Html {
  const items = options.map(
    (option) =>
      html`<option value="${option.id}"${option.id === value ? html` selected` : undefined}>${option.name}</option>`,
  );
  return html`<div class="field">
<label for="${name}">${label}</label>
<select id="${name}" name="${name}" required${wrong ? html` aria-invalid="true" aria-describedby="${name}-wrong"` : undefined}>${items}</select>
${wrong ? html`<p class="wrong" id="${name}-wrong">${wrong}</p>` : undefined}
</div>`;
}

/** What went wrong and what to do next; a screen reader reads it immediately. */
export const renderAlert = (what: string, cure: string): Html =>
  html`<div class="alert" role="alert"><p><strong>${what}</strong></p><p>${cure}</p></div>`;
