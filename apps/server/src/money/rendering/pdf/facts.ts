import type { Citation, ClientOnPaper, PaperContent } from '@pandafab/domain';
import { frenchDay } from '../../kit/french';
import { siren } from './figures';
import { INK, PAGE, type Pdf } from './page';
import { type TextStyle, write } from './text';
import { countryName, KIND_WORDS } from './words';

type Fact = readonly [label: string, value: string | null];

const LABELS = 104;
const WIDTH = 244;
const VALUE: TextStyle = { size: 8.5, mostLines: 4 };

function served({ servedFrom, servedTo }: PaperContent): string | null {
  const [from, to] = [servedFrom ?? servedTo, servedTo ?? servedFrom];
  if (!from || !to) return null;
  return from === to ? frenchDay(from) : `du ${frenchDay(from)} au ${frenchDay(to)}`;
}

const cited = ({ number, day }: Citation): string => `${number} du ${frenchDay(day)}`;

/** Where goods are delivered, with the country where it is another one. */
function delivery({ deliverTo }: PaperContent): string | null {
  if (!deliverTo) return null;
  const { addressLine, postcode, city, countryCode } = deliverTo;
  const country = countryCode === 'FR' ? '' : `\n${countryName(countryCode)}`;
  return `${addressLine}\n${postcode} ${city}${country}`;
}

function citedFact({ cites, kind }: PaperContent): Fact {
  const isCredit = kind === 'credit-note' || kind === 'deposit-credit';
  return [isCredit ? 'Facture corrigée' : 'Déjà facturé', cites.map(cited).join('\n') || null];
}

const clientFacts = ({ siren: number, siret, vatNumber }: ClientOnPaper): Fact[] => [
  ['SIREN du client', siret || !number ? null : siren(number)],
  ['SIRET du client', siret && siren(siret)],
  ['N° de TVA du client', vatNumber],
];

function facts(content: PaperContent): Fact[] {
  const { kind, client } = content;
  return [
    [KIND_WORDS[kind].dated, frenchDay(content.issuedOn)],
    ['Valable jusqu’au', content.validUntil && frenchDay(content.validUntil)],
    ['Date de réalisation', served(content)],
    ['Échéance', content.dueOn && frenchDay(content.dueOn)],
    ['Notre référence', content.reference],
    [client.kind === 'public-body' ? 'N° d’engagement' : 'Votre commande', content.purchaseOrder],
    ['Code service', client.serviceCode],
    ...clientFacts(client),
    ['Livraison', delivery(content)],
    citedFact(content),
  ];
}

/** Dates, references and the client's identifiers, one a row. Returns the y position below. */
export function drawFacts(pdf: Pdf, content: PaperContent, top: number): number {
  let y = top;
  for (const [label, value] of facts(content)) {
    if (!value) continue;
    write(pdf, label, PAGE.left, y, LABELS, { size: 8.5, colour: INK.soft });
    y += write(pdf, value, PAGE.left + LABELS, y, WIDTH - LABELS, VALUE) + 2.5;
  }
  return y;
}
