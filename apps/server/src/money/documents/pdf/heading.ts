import { frenchDay } from '../../kit/french';
import type { SellerSettingsBody } from '../../seller/seller.schema';
import type { ClientSnapshot, Invoice } from '../invoice.entities';
import { INK, PAGE, type Pdf, write } from './page';

const COLUMN = 235;
const RIGHT = PAGE.right - COLUMN;
const SMALL = { size: 8, colour: INK.soft } as const;

const present = (lines: readonly (string | null | false)[]): string =>
  lines.filter((line) => typeof line === 'string').join('\n');

const labelled = (label: string, value: string | null): string | null => value && `${label} ${value}`;

function seller(pdf: Pdf, seller: SellerSettingsBody): number {
  let y = PAGE.top;
  y += write(pdf, seller.name, PAGE.left, y, COLUMN, { face: 'bold', size: 12, colour: INK.accent }) + 2;
  const address = present([seller.legalForm, seller.addressLine, `${seller.postcode} ${seller.city}`]);
  y += write(pdf, address, PAGE.left, y, COLUMN) + 4;
  const identity = present([
    `SIREN ${seller.siren} · SIRET ${seller.siret}`,
    labelled('RNA', seller.rna),
    labelled('TVA intracommunautaire', seller.vatNumber),
    present([seller.phone, seller.email]).replace('\n', ' · ') || null,
    seller.website,
  ]);
  return y + write(pdf, identity, PAGE.left, y, COLUMN, SMALL);
}

function title(pdf: Pdf, invoice: Invoice): number {
  let y: number = PAGE.top;
  const big = { face: 'bold', size: 22, colour: INK.accent, align: 'right' } as const;
  y += write(pdf, 'FACTURE', RIGHT, y, COLUMN, big);
  y += write(pdf, invoice.number, RIGHT, y, COLUMN, { face: 'bold', size: 12, align: 'right' }) + 2;
  const dates = `Émise le ${frenchDay(invoice.issuedOn)}`;
  return y + write(pdf, dates, RIGHT, y, COLUMN, { colour: INK.soft, align: 'right' });
}

function client(pdf: Pdf, client: ClientSnapshot, top: number): number {
  const text = present([
    client.addressLine,
    `${client.postcode} ${client.city}`,
    client.countryCode !== 'FR' && client.countryCode,
  ]);
  const identity = present([
    labelled('SIREN', client.siren),
    labelled('SIRET', client.siret),
    labelled('TVA intracommunautaire', client.vatNumber),
  ]);
  const x = RIGHT + 12;
  const width = COLUMN - 24;
  let y = top + 10;
  y += write(pdf, 'FACTURÉ À', x, y, width, { face: 'bold', size: 7, colour: INK.soft }) + 3;
  y += write(pdf, client.name, x, y, width, { face: 'bold', size: 10 }) + 1;
  y += write(pdf, text, x, y, width);
  if (identity) y += 4 + write(pdf, identity, x, y + 4, width, SMALL);
  pdf.rect(RIGHT, top, 2.5, y + 8 - top).fill(INK.accent);
  return y + 8;
}

function facts(pdf: Pdf, invoice: Invoice, top: number): number {
  const { servedFrom, servedTo } = invoice;
  const served =
    servedFrom === servedTo ? frenchDay(servedFrom) : `du ${frenchDay(servedFrom)} au ${frenchDay(servedTo)}`;
  const rows: (readonly [string, string])[] = [
    ['Date d’émission', frenchDay(invoice.issuedOn)],
    ['Date de la prestation', served],
    ['Date d’échéance', frenchDay(invoice.dueOn)],
    ['Notre référence', invoice.reference],
  ];
  if (invoice.purchaseOrder) rows.push(['Votre commande', invoice.purchaseOrder]);
  let y = top + 10;
  for (const [label, value] of rows) {
    write(pdf, label, PAGE.left, y, 100, { colour: INK.soft });
    y += write(pdf, value, PAGE.left + 101, y, RIGHT - PAGE.left - 109) + 2;
  }
  return y;
}

/** Parties, number, dates and references. Returns the y position below. */
export function drawHeading(pdf: Pdf, invoice: Invoice): number {
  const top = Math.max(seller(pdf, invoice.seller), title(pdf, invoice)) + 22;
  const below = Math.max(client(pdf, invoice.client, top), facts(pdf, invoice, top)) + 22;
  const height = write(pdf, invoice.title, PAGE.left, below, PAGE.width, { face: 'bold', size: 11 });
  return below + height + 10;
}
