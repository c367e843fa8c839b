import {
  type MatchSources,
  matchLines,
  type PayableDocument,
  type ReceivedLine,
  rfReference,
} from '@pandafab/domain';
import { cents, type DocumentId, type OrganisationId } from '@pandafab/shared';
import { type Figure, percentile } from '../fleet/figures';

const MOST_MS = 3000;
const CLIENTS = 2000;
const PLACES = [
  'Dijon',
  'Chenôve',
  'Talant',
  'Quetigny',
  'Longvic',
  'Beaune',
  'Auxonne',
  'Fontaine',
  'Plombières',
];
const KINDS = [
  'Mairie de',
  'Lycée de',
  'Association des amis de',
  'SARL Atelier',
  'École',
  'Jean Martin',
  'SAS Vauban',
];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
const number = (at: number) => `FA-2026-${String(at + 1).padStart(6, '0')}`;
const day = (at: number) =>
  `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;

/** A quarter of all documents has the same price, as that of an afternoon’s workshop. */
const priceOf = (at: number) => cents(at % 4 === 0 ? 2500 : 1000 + ((at * 7919) % 90_000));

function documentAt(at: number): PayableDocument {
  const client = (at * 31) % CLIENTS;
  return {
    id: `d${at}` as DocumentId,
    organisationId: `o${client}` as OrganisationId,
    clientName: `${pick(KINDS, client)} ${pick(PLACES, client * 5)} ${client % 3 === 0 ? '' : client}`.trim(),
    ...{ number: number(at), issuedOn: day(at), dueOn: day(at + 1), openCents: priceOf(at) },
  };
}

/** What lines say, in turn: a number, a short one, a reference, a part, the name, a name with a mistake, nothing. */
const TEXTS: readonly ((paid: PayableDocument) => string)[] = [
  (paid) => `VIR SEPA ${paid.clientName} FACTURE ${paid.number}`,
  (paid) => `VIR FA 2026 ${Number(paid.number.slice(-6))} MERCI`,
  (paid) => rfReference(paid.number),
  (paid) => `ACOMPTE ${paid.number.toLowerCase()} REF 4711`,
  (paid) => `VIREMENT DE ${paid.clientName}`,
  (paid) => `VIREMENT DE ${paid.clientName.replace('a', 'e')}`,
  () => 'VIREMENT RECU',
];

function lineAt(at: number, documents: readonly PayableDocument[]): ReceivedLine {
  const paid = pick(documents, at * 3);
  const text = pick(TEXTS, at)(paid);
  const amount = at % TEXTS.length === 3 ? cents(100) : paid.openCents;
  return { id: `l${at}`, day: day(at * 5), cents: amount, text, name: null, reference: null };
}

/** Bank lines against open documents. */
export function measureMatch(lineCount: number, documentCount: number, rounds: number): Figure[] {
  const documents = Array.from({ length: documentCount }, (_, at) => documentAt(at));
  const lines = Array.from({ length: lineCount }, (_, at) => lineAt(at, documents));
  const sources: MatchSources = { documents, topUps: [], payers: [] };
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    const { length } = matchLines(lines, sources);
    if (length < lineCount / 2) throw new Error(`only ${length} of ${lineCount} lines were matched`);
    return performance.now() - begun;
  });
  const name = `${lineCount} lines against ${documentCount} open documents, the slowest`;
  return [{ scenario: 'bank', name, value: percentile(times, 1), unit: 'ms', most: MOST_MS }];
}
