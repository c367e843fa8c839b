import type { ClientQuote } from '../../money/client-page/client-view';
import { type Html, html } from '../../platform/http/html';
import { filled } from '../public-pages/account-texts';
import { renderField } from '../public-pages/page';
import { type ClientTexts, clientTextsFor } from './client-texts';
import { dayInWords, euros } from './figures';
import { pdfPath, type Reader, type Refusal } from './reader';

/** A quote with its figures, and the forms to accept or refuse it while it is open. */
export function quoteCard(quote: ClientQuote, reader: Reader, refusal: Refusal | undefined): Html {
  const words = clientTextsFor(reader.language);
  const { number } = quote;
  return html`<section class="quote">
<h2>${filled(words.quote, { number })}</h2>
${figures(quote, words, reader)}
<p><a class="button" href="${pdfPath(reader.path, number)}">${filled(words.readQuote, { number })}</a></p>
${answer(quote, words, reader, refusal)}
</section>`;
}

function figures(
  { grossCents, netCents, validUntil, state }: ClientQuote,
  words: ClientTexts,
  { language }: Reader,
): Html {
  const until =
    validUntil && state === 'sent'
      ? html`<p class="soft">${filled(words.validUntil, { day: dayInWords(validUntil, language) })}</p>`
      : undefined;
  return html`<dl class="figures"><dt>${words.priceWithTax}</dt><dd><strong>${euros(grossCents, language)}</strong></dd>
<dt>${words.priceNet}</dt><dd>${euros(netCents, language)}</dd></dl>
${until}`;
}

function answer(quote: ClientQuote, words: ClientTexts, reader: Reader, refusal: Refusal | undefined): Html {
  const { state, decision, pdfSha256 } = quote;
  if (decision) {
    const values = { name: decision.name, day: dayInWords(decision.day, reader.language) };
    return html`<p class="answer">${filled(state === 'accepted' ? words.accepted : words.refused, values)}</p>`;
  }
  if (state !== 'sent') return html`<p class="answer">${words.expired}</p>`;
  if (pdfSha256 === null) return html`<p class="answer">${words.notReady}</p>`;
  // Two open quotes can stand on one page: the refusal is that of one of them.
  const own = refusal?.typed?.number === quote.number ? refusal : undefined;
  return html`${acceptForm(quote, words, reader, own?.form === 'accept' ? own : undefined)}
${refuseForm(quote, words, reader, own?.form === 'refuse' ? own : undefined)}`;
}

/** What the client saw, so that nothing else is accepted in its place. */
const seen = ({ number, pdfSha256 }: ClientQuote): Html =>
  html`<input type="hidden" name="number" value="${number}">
<input type="hidden" name="pdf" value="${pdfSha256 ?? ''}">`;

const action = ({ path, language }: Reader, what: 'accept' | 'refuse') =>
  `${path}/${what}?language=${language}`;

function nameField(id: string, words: ClientTexts, refusal: Refusal | undefined): Html {
  return renderField({
    ...{ id, name: 'name', label: words.name, type: 'text', autocomplete: 'name', hint: words.nameHint },
    ...{ value: refusal?.typed?.name, wrong: refusal?.wrong?.name },
  });
}

function acceptForm(
  quote: ClientQuote,
  words: ClientTexts,
  reader: Reader,
  refusal: Refusal | undefined,
): Html {
  const id = `accept-${quote.number}`;
  const wrong = refusal?.wrong?.agree;
  const ticked = refusal?.typed?.agree ? html` checked` : undefined;
  return html`<h3>${words.acceptTitle}</h3>
<form method="post" action="${action(reader, 'accept')}">
${seen(quote)}
${nameField(`${id}-name`, words, refusal)}
<div class="field tick"><input type="checkbox" id="${id}-agree" name="agree" value="yes" required${ticked}${
    wrong ? html` aria-invalid="true" aria-describedby="${id}-agree-wrong"` : undefined
  }>
<label for="${id}-agree">${filled(words.agree, { number: quote.number })}</label>
${wrong ? html`<p class="wrong" id="${id}-agree-wrong">${wrong}</p>` : undefined}</div>
<button type="submit">${words.accept}</button>
<p class="hint">${words.recorded}</p>
</form>`;
}

function refuseForm(
  quote: ClientQuote,
  words: ClientTexts,
  reader: Reader,
  refusal: Refusal | undefined,
): Html {
  const id = `refuse-${quote.number}`;
  return html`<details${refusal ? html` open` : undefined}><summary>${words.refuseTitle}</summary>
<form method="post" action="${action(reader, 'refuse')}">
${seen(quote)}
${nameField(`${id}-name`, words, refusal)}
<div class="field"><label for="${id}-reason">${words.reason}</label>
<textarea id="${id}-reason" name="reason" rows="3" maxlength="1000" aria-describedby="${id}-reason-hint">${refusal?.typed?.reason ?? ''}</textarea>
<p class="hint" id="${id}-reason-hint">${words.reasonHint}</p></div>
<button class="plain" type="submit">${words.refuse}</button>
</form></details>`;
}
