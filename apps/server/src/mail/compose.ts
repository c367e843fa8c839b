import { type FaultDetails, type Language, typesetAll } from '@pandafab/shared';
import { html } from '../doorstep/html';
import { mailTemplate } from './templates';

export interface Letter {
  readonly template: string;
  readonly language: Language;
  readonly data: FaultDetails;
  /** Undefined where the mail has none. */
  readonly link: string | undefined;
}

export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SIGNATURE: Readonly<Record<Language, string>> = {
  fr: 'PandaFab, le réseau des fablabs. Ce message est automatique : personne ne lit les réponses.',
  en: 'PandaFab, the network of fablabs. This message is automatic: nobody reads what answers it.',
};

const fill = (sentence: string, data: FaultDetails): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));

/** Puts a mail into words, for programs that show HTML and for those that do not. */
export function compose({ template, language, data, link }: Letter): Composed {
  const words = typesetAll(mailTemplate(template)[language], language);
  const [subject, ...before] = [words.subject, ...words.before].map((line) => fill(line, data));
  const after = [...words.after.map((line) => fill(line, data)), typesetAll(SIGNATURE[language], language)];
  const paragraphs = (lines: readonly string[]) => lines.map((line) => html`<p>${line}</p>\n`);
  const named =
    link && words.link ? html`<p><a href="${link}">${words.link}</a><br>${link}</p>\n` : undefined;
  return {
    subject: subject ?? '',
    text: `${[...before, ...(link ? [link] : []), ...after].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
${paragraphs(before)}${named}${paragraphs(after)}</body>
</html>
`.text,
  };
}
