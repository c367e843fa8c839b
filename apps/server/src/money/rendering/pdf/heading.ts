import type { ClientOnPaper, PaperContent, SellerOnPaper } from '@pandafab/domain';
import { frenchDay } from '../../kit/french';
import { drawFacts } from './facts';
import { siren } from './figures';
import { drawLogo } from './logo';
import { INK, PAGE, type Pdf } from './page';
import { write } from './text';
import { CITED, countryName, KIND_WORDS } from './words';

const SELLER_WIDTH = 250;
/** The window of a French envelope begins 110 mm from the left and 50 mm from the top (NF Z 10-011). */
export const WINDOW = { x: 312, y: 142, width: 235 } as const;
const SMALL = { size: 8, colour: INK.soft, mostLines: 6 } as const;

const present = (parts: readonly (string | null | false)[], between = '\n'): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(between);

const labelled = (label: string, value: string | null): string | null => value && `${label} ${value}`;

/** Name, address and numbers of the seller. Returns the y position below. */
export function drawSeller(pdf: Pdf, seller: SellerOnPaper, top: number): number {
  let y = top;
  const name = { face: 'bold', size: 12, colour: INK.accent, mostLines: 4 } as const;
  y += write(pdf, seller.name, PAGE.left, y, SELLER_WIDTH, name) + 2;
  const country = seller.countryCode !== 'FR' && countryName(seller.countryCode);
  const address = present([seller.addressLine, `${seller.postcode} ${seller.city}`, country]);
  y += write(pdf, address, PAGE.left, y, SELLER_WIDTH, { size: 9, mostLines: 6 }) + 3;
  const identity = present([
    present([seller.legalForm, labelled('RNA', seller.rna)], ' · '),
    `SIRET ${siren(seller.siret)}`,
    labelled('N° de TVA', seller.vatNumber),
    present([seller.phone, seller.email, seller.website], ' · '),
  ]);
  return y + write(pdf, identity, PAGE.left, y, SELLER_WIDTH, SMALL);
}

function drawTitle(pdf: Pdf, { kind, number, version }: PaperContent): number {
  const { x, width } = WINDOW;
  const { title } = KIND_WORDS[kind];
  const size = title.length > 18 ? 17 : 24;
  let y = PAGE.top - 4;
  y += write(pdf, title, x, y, width, { face: 'bold', size, colour: INK.accent, align: 'right' });
  const shown = version > 1 ? `${number} (version ${version})` : number;
  return y + write(pdf, shown, x, y, width, { face: 'bold', size: 12, align: 'right' });
}

/** Only the address, so that an envelope's window shows nothing else. Returns the y position below. */
export function drawClient(pdf: Pdf, client: ClientOnPaper, top: number): number {
  const { x, width } = WINDOW;
  const textX = x + 14;
  let y = top + 10;
  y += write(pdf, client.name, textX, y, width - 26, { face: 'bold', size: 10.5, mostLines: 4 }) + 1;
  const address = present([
    client.contactName,
    client.addressLine,
    `${client.postcode} ${client.city}`.trim(),
    client.countryCode !== 'FR' && countryName(client.countryCode),
  ]);
  y += write(pdf, address, textX, y, width - 26, { size: 9.5, mostLines: 7 }) + 10;
  pdf.rect(x, top, 3, y - top).fill(INK.accent);
  return y;
}

/** What this document does to an earlier one, in one sentence. */
function aboutOthers({ kind, cites, replaces, version }: PaperContent): string | null {
  if (replaces) return `Cette version ${version} remplace le devis ${replaces}.`;
  if (kind !== 'credit-note' && kind !== 'deposit-credit') return null;
  const named = cites.map((each) => `${CITED[each.kind]} ${each.number} du ${frenchDay(each.day)}`);
  return named.length > 0 ? `Cet avoir corrige ${named.join(' et ')}.` : null;
}

/** Logo, parties, number, dates and references. Returns the y position below. */
export function drawHeading(pdf: Pdf, content: PaperContent, logo: Buffer | undefined): number {
  const sellerTop = logo ? drawLogo(pdf, logo, PAGE.left, PAGE.top) + 8 : PAGE.top;
  const left = drawFacts(pdf, content, drawSeller(pdf, content.seller, sellerTop) + 16);
  const right = drawClient(pdf, content.client, Math.max(WINDOW.y, drawTitle(pdf, content) + 14));
  let y = Math.max(left, right) + 18;
  y += write(pdf, content.title, PAGE.left, y, PAGE.width, { face: 'bold', size: 11.5, mostLines: 6 }) + 2;
  const about = aboutOthers(content);
  if (about) y += write(pdf, about, PAGE.left, y, PAGE.width, { size: 9.5, mostLines: 4 }) + 2;
  return y + 8;
}
