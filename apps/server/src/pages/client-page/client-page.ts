import { describeFault, type Language } from '@pandafab/shared';
import type {
  ClientPaper,
  ClientPayment,
  ClientStage,
  ClientView,
} from '../../money/client-page/client-view';
import { type Html, html } from '../../platform/http/html';
import { filled } from '../public-pages/account-texts';
import { renderAlert, renderPage } from '../public-pages/page';
import { textsFor } from '../public-pages/texts';
import { cardNotice, payForm } from './card-parts';
import { type ClientTexts, clientTextsFor } from './client-texts';
import { dayInWords, euros } from './figures';
import { quoteCard } from './quote-card';
import { pdfPath, type Reader, type Refusal } from './reader';

/** The whole page. */
export function clientPage(view: ClientView, reader: Reader, refusal?: Refusal): string {
  const { language } = reader;
  const [texts, words] = [textsFor(language), clientTextsFor(language)];
  const { title, reference, state, clientName, seller } = view;
  const body = html`${alertOf(words, language, refusal)}${cardNotice(reader, words)}<p class="state">${words.states[state]}</p>
<p class="soft">${filled(words.forClient, { name: clientName })}<br>${reference}</p>
${view.quotes.map((quote) => quoteCard(quote, reader, refusal))}
${stagesOf(view.stages, words, language)}
${papersOf(view.papers, words, reader)}
${contactOf(seller, words)}
${languageSwitch(reader, words)}`;
  const notice = refusal && texts.error;
  const mark = seller?.name;
  return renderPage({ language, title, notice, body, isWide: true, ...(mark ? { mark } : {}) }, texts);
}

function alertOf(words: ClientTexts, language: Language, refusal: Refusal | undefined): Html | undefined {
  if (!refusal) return undefined;
  const told = refusal.fault && describeFault(refusal.fault, language);
  return told ? renderAlert(told.what, told.cure) : renderAlert(words.notSent, words.formCure);
}

function stagesOf(stages: readonly ClientStage[], words: ClientTexts, language: Language): Html | undefined {
  if (stages.length === 0) return undefined;
  const when = ({ plannedOn, doneOn }: ClientStage) => {
    if (doneOn) return filled(words.done, { day: dayInWords(doneOn, language) });
    return plannedOn ? filled(words.planned, { day: dayInWords(plannedOn, language) }) : words.notPlanned;
  };
  const items = stages.map(
    (stage) =>
      html`<li${stage.doneOn ? html` class="done"` : undefined}><strong>${stage.name}</strong><br>${when(stage)}</li>`,
  );
  return html`<h2>${words.stages}</h2>
<ol class="stages">${items}</ol>`;
}

function papersOf(papers: readonly ClientPaper[], words: ClientTexts, reader: Reader): Html {
  const { language, path } = reader;
  if (papers.length === 0) return html`<h2>${words.papers}</h2><p>${words.noPapers}</p>`;
  const items = papers.map(({ number, kind, day, grossCents, payment }) => {
    const name = filled(words.download, { kind: words.kinds[kind], number });
    return html`<li><a href="${pdfPath(path, number)}">${name}</a><br>${dayInWords(day, language)} · ${euros(grossCents, language)}${paymentOf(payment, words, language)}${payForm(number, payment, reader, words)}</li>`;
  });
  return html`<h2>${words.papers}</h2>
<ul class="papers">${items}</ul>`;
}

/** What is to pay, and the code that the client's bank reads. The code is dark on white in both colour schemes. */
function paymentOf(payment: ClientPayment | null, words: ClientTexts, language: Language): Html | undefined {
  if (payment === null) return undefined;
  const { openCents, dueOn, code } = payment;
  if (openCents <= 0) return html`<br>${words.settled}`;
  const amount = euros(openCents, language);
  const sentence = dueOn
    ? filled(words.openUntil, { amount, day: dayInWords(dueOn, language) })
    : filled(words.open, { amount });
  if (code === null) return html`<br><strong>${sentence}</strong>`;
  const box = `0 0 ${code.size} ${code.size}`;
  return html`<br><strong>${sentence}</strong>
<figure><svg class="code" viewBox="${box}" role="img" aria-label="${words.codeName}"><rect width="${code.size}" height="${code.size}" fill="#fff"/><path fill="#000" shape-rendering="crispEdges" d="${code.path}"/></svg>
<figcaption>${words.codeHint}</figcaption></figure>`;
}

function contactOf(seller: ClientView['seller'], words: ClientTexts): Html | undefined {
  const ways = [
    ...(seller?.email ? [html`<a href="mailto:${seller.email}">${seller.email}</a>`] : []),
    ...(seller?.phone ? [html`<a href="tel:${seller.phone.replaceAll(' ', '')}">${seller.phone}</a>`] : []),
  ];
  if (ways.length === 0) return undefined;
  return html`<h2>${words.questions}</h2>
<p>${ways.map((way, at) => html`${at > 0 ? html`<br>` : undefined}${way}`)}</p>`;
}

function languageSwitch({ language, path }: Reader, words: ClientTexts): Html {
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<p class="switch"><a href="${path}?language=${other}" lang="${other}" hreflang="${other}">${words.switchLanguage}</a></p>`;
}
