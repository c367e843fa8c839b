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
  /** The name at the top, in place of the service's own; then without its tagline. */
  readonly mark?: string;
  /** For pages with more than a form. */
  readonly isWide?: boolean;
}

/** A whole document. */
export function renderPage(page: Page, texts: Texts): string {
  const { language, title, notice, body, mark, isWide = false } = page;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${notice ? `${notice} ` : ''}${title} – ${mark ?? 'PandaFab'}</title>
<link rel="stylesheet" href="${STYLE_URL}">
</head>
<body>
<main${isWide ? html` class="wide"` : undefined}>
<p class="mark">${mark ?? 'PandaFab'}</p>
${mark ? undefined : html`<p class="tagline">${texts.tagline}</p>`}
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
  /** Of the input, where the page has several with this name. */
  readonly id?: string;
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
export function renderField(field: Field): Html {
  const { name, id = name, label, type, autocomplete, value, hint, wrong } = field;
  const notes = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${id}">${label}</label>
<input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" required value="${value ?? ''}"${
    notes ? html` aria-describedby="${notes}"` : undefined
  }${wrong ? html` aria-invalid="true"` : undefined}>
${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : undefined}
${wrong ? html`<p class="wrong" id="${id}-wrong">${wrong}</p>` : undefined}
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
