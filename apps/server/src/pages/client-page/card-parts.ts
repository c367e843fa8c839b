import { canBePaidByCard } from '../../money/card-payments/card-amounts';
import type { ClientPayment } from '../../money/client-page/client-view';
import { type Html, html } from '../../platform/http/html';
import { filled } from '../public-pages/account-texts';
import { renderPage } from '../public-pages/page';
import { textsFor } from '../public-pages/texts';
import { type ClientTexts, clientTextsFor } from './client-texts';
import { euros } from './figures';
import type { Reader } from './reader';

/** While a payment is under way, a second one would be paid twice. */
const isUnderWay = ({ card }: Reader): boolean => card?.state === 'open' || card?.state === 'unbooked';

/** The button that pays what is open of a document; nothing where it cannot be paid by card. */
export function payForm(
  number: string,
  payment: ClientPayment | null,
  reader: Reader,
  words: ClientTexts,
): Html | undefined {
  const { path, language, paysByCard } = reader;
  if (!paysByCard || isUnderWay(reader) || payment === null || !canBePaidByCard(payment.openCents))
    return undefined;
  const label = filled(words.payByCard, { amount: euros(payment.openCents, language) });
  return html`
<form method="post" action="${path}/pay?language=${language}">
<input type="hidden" name="number" value="${number}">
<button type="submit">${label}</button>
<p class="hint">${words.cardHint}</p>
</form>`;
}

/** What became of the payment from which the client comes back. */
export function cardNotice({ card, language }: Reader, words: ClientTexts): Html | undefined {
  if (card === null) return undefined;
  const sentence = filled(words.cards[card.state], { amount: euros(card.cents, language) });
  return html`<p class="answer" role="status">${sentence}</p>
`;
}

/**
 * The page between ours and the provider's. Not a redirection: `form-action` of our pages lets forms go to our own
 * address only, and browsers apply it to redirections too.
 */
export function goingPage(url: string, { language }: Pick<Reader, 'language'>): string {
  const words = clientTextsFor(language);
  const body = html`<p>${words.cardGoing}</p>
<p><a class="button" href="${url}" rel="noreferrer">${words.cardGo}</a></p>`;
  return renderPage({ language, title: words.cardTitle, body }, textsFor(language));
}
