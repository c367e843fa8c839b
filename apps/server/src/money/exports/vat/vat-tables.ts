import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import type { EReportingDto, VatReportDto } from '../exports.dto';
import type { Cell } from '../tables/cell';

type VatRow = VatReportDto['rows'][number];

/** A small table: its titles and rows. */
export interface Table {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const BASIS_POINTS = 100;
const rate = (basisPoints: number): Cell => ({ number: basisPoints / BASIS_POINTS });

const WHEN: Readonly<Record<VatRow['on'], Wording>> = {
  receipt: { en: 'On receipt', fr: 'À l’encaissement' },
  issue: { en: 'At issue', fr: 'À l’émission' },
};
const CATEGORIES: Readonly<Record<VatRow['categoryCode'], Wording>> = {
  S: { en: 'Taxed', fr: 'Taxé' },
  E: { en: 'Exempt', fr: 'Exonéré' },
  AE: { en: 'Reverse charge', fr: 'Autoliquidation' },
  K: { en: 'Goods to the European Union', fr: 'Livraison intracommunautaire' },
  G: { en: 'Export', fr: 'Exportation' },
  O: { en: 'Outside the scope of VAT', fr: 'Hors champ de la TVA' },
};

export const vatTable = (rows: readonly VatRow[], language: Language): Table => ({
  titles: [
    { en: 'Treatment', fr: 'Régime' },
    { en: 'Code', fr: 'Code' },
    { en: 'Motive', fr: 'Motif' },
    { en: 'Chargeable', fr: 'Exigibilité' },
    { en: 'Rate in %', fr: 'Taux en %' },
    { en: 'Base', fr: 'Base HT' },
    { en: 'VAT', fr: 'TVA' },
  ].map((title) => inLanguage(title, language)),
  rows: rows.map((row) => [
    ...[inLanguage(CATEGORIES[row.categoryCode], language), row.categoryCode, row.exemptionCode],
    ...[inLanguage(WHEN[row.on], language), rate(row.rateBasisPoints)],
    ...[{ cents: row.baseCents }, { cents: row.vatCents }],
  ]),
});

/** For flow 10.3 of the approved platform. */
export const salesTable = (rows: EReportingDto['sales'], language: Language): Table => ({
  titles: [
    { en: 'Day', fr: 'Jour' },
    { en: 'Kind of operation', fr: 'Catégorie d’opération' },
    { en: 'Rate in %', fr: 'Taux en %' },
    { en: 'Documents', fr: 'Nombre de documents' },
    { en: 'Base', fr: 'Base HT' },
    { en: 'VAT', fr: 'TVA' },
  ].map((title) => inLanguage(title, language)),
  rows: rows.map(({ day, kind, rateBasisPoints, count, baseCents, vatCents }) => [
    ...[{ day }, kind, rate(rateBasisPoints), { number: count }, { cents: baseCents }, { cents: vatCents }],
  ]),
});

/** For flow 10.4 of the approved platform. */
export const receiptsTable = (rows: EReportingDto['receipts'], language: Language): Table => ({
  titles: [
    { en: 'Day', fr: 'Jour' },
    { en: 'Rate in %', fr: 'Taux en %' },
    { en: 'Cashed with tax', fr: 'Encaissé TTC' },
  ].map((title) => inLanguage(title, language)),
  rows: rows.map(({ day, rateBasisPoints, cashedCents }) => [
    ...[{ day }, rate(rateBasisPoints), { cents: cashedCents }],
  ]),
});
