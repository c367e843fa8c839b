import { type BookAccounts, FEC_COLUMNS, type Period } from '@pandafab/domain';
import { frenchDay } from '../../kit/french';
import type { FecEncoding } from './fec-file';

export interface Described {
  readonly seller: string;
  readonly siren: string;
  readonly fileName: string;
  readonly period: Period;
  readonly encoding: FecEncoding;
  /** Those in force on the last day. */
  readonly accounts: BookAccounts;
}

/** The description that is handed in with the file (article A. 47 A-1, VII, of the Livre des procédures fiscales). */
export function descriptionOf(described: Described): string {
  return [...heading(described), ...structure(described), ...meaning, ...chart(described.accounts)]
    .map((line) => `${line}\r\n`)
    .join('');
}

const heading = ({ seller, siren, fileName, period }: Described): string[] => [
  `Description du fichier ${fileName}`,
  '',
  `Structure : ${seller}, SIREN ${siren}`,
  `Période : du ${frenchDay(period.from)} au ${frenchDay(period.to)}`,
  '',
  'CONTENU',
  'Ce fichier contient les journaux des ventes et des encaissements tenus dans PandaFab, et rien d’autre.',
  'Il n’est pas la comptabilité complète : ni achats, ni paie, ni immobilisations, ni à-nouveaux, ni clôture.',
  'L’expert-comptable l’importe dans la comptabilité, dont le logiciel produit le fichier légal de l’exercice.',
];

const structure = ({ encoding }: Described): string[] => [
  '',
  'STRUCTURE',
  `Texte à plat, encodage ${encoding.toUpperCase()}, une écriture sur plusieurs lignes, fin de ligne CR LF.`,
  'Séparateur : tabulation. Première ligne : noms des champs. Montants à virgule, sans séparateur de milliers.',
  'Dates au format AAAAMMJJ. Une valeur absente est un champ vide. Montants en euros : Montantdevise et Idevise vides.',
  `Champs, dans l’ordre : ${FEC_COLUMNS.join(', ')}.`,
];

const meaning = [
  '',
  'VALEURS',
  'EcritureNum : numéro continu sur tout le fichier, dans l’ordre des dates de validation.',
  'EcritureDate et ValidDate : jour de l’entrée dans les livres, définitive dès ce jour.',
  'PieceRef et PieceDate : numéro et date de la facture ou de l’avoir ; numéro et jour d’encaissement du règlement.',
  'CompAuxNum et CompAuxLib : identifiant et nom du client, sur le compte collectif des clients seulement.',
  'EcritureLet et DateLet : numéro de la pièce soldée à la fin de la période, et jour où elle a été soldée.',
  'Les avoirs inversent débit et crédit ; aucun montant n’est négatif. Une erreur donne une écriture contraire.',
];

function chart(accounts: BookAccounts): string[] {
  const { clients, deposits, membersMoney, income, vat, otherVat, money } = accounts;
  const all = [
    ...[clients, deposits, membersMoney, otherVat],
    ...income.map(({ account }) => account),
    ...vat.map(({ account }) => account),
    ...money.map(({ account }) => account),
  ];
  const labels = new Map(all.map(({ number, label }) => [number, label]));
  const journals = new Map(
    [accounts.sales, ...money.map(({ journal }) => journal), accounts.other].map(({ code, label }) => [
      code,
      label,
    ]),
  );
  const listed = (map: ReadonlyMap<string, string>) =>
    [...map].sort(([a], [b]) => a.localeCompare(b)).map(([key, label]) => `${key} ${label}`);
  return ['', 'JOURNAUX', ...listed(journals), '', 'COMPTES', ...listed(labels)];
}
