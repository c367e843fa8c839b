import { type FaultDetails, inLanguage, type Language, type Wording } from '@pandafab/shared';
import { html } from '../http/html';
import type { MailWords } from './mail-template';

export interface Letter {
  readonly words: Wording<MailWords>;
  readonly language: Language;
  readonly data: FaultDetails;
  /** Undefined for a mail without a link. */
  readonly link: string | undefined;
  /** The address that stops such mails. */
  readonly unsubscribe?: string | undefined;
}

export interface Composed {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const SIGNATURE: Wording = {
  fr: 'PandaFab, le réseau des fablabs. Ce message est automatique : personne ne lit les réponses.',
  en: 'PandaFab, the network of fablabs. This message is automatic: replies are not read.',
};

const fill = (sentence: string, data: FaultDetails): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole));

/** Writes a mail's text and HTML, for mail programs with and without HTML. */
export function compose({ words: wording, language, data, link, unsubscribe }: Letter): Composed {
  const words = inLanguage(wording, language);
  const subject = fill(words.subject, data);
  // Texts that people wrote have several lines.
  const filled = (lines: readonly string[]) =>
    lines.flatMap((line) => fill(line, data).split(/\n+/)).filter((line) => line.trim() !== '');
  const before = filled(words.before);
  const signature = words.isPersonal ? [] : [inLanguage(SIGNATURE, language)];
  const after = [...filled(words.after), ...signature];
  const paragraphs = (lines: readonly string[]) => lines.map((line) => html`<p>${line}</p>\n`);
  const named =
    link && words.link ? html`<p><a href="${link}">${words.link}</a><br>${link}</p>\n` : undefined;
  const stop = unsubscribe && words.unsubscribe ? fill(words.unsubscribe, data) : undefined;
  const stopping = stop ? [`${stop}\n${unsubscribe}`] : [];
  const stopLink = stop ? html`<p><a href="${unsubscribe}">${stop}</a></p>\n` : undefined;
  return {
    subject,
    text: `${[...before, ...(link ? [link] : []), ...after, ...stopping].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body>
${paragraphs(before)}${named}${paragraphs(after)}${stopLink}</body>
</html>
`.text,
  };
}
