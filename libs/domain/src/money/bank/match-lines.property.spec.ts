import { cents, type DocumentId, type MemberId, type OrganisationId } from '@pandafab/shared';
import fc from 'fast-check';
import type { PayableDocument, ReceivedLine } from './bank-types';
import { matchLines } from './match-lines';
import { rfReference } from './rf-reference';
import { payerKey } from './words';

const CLIENTS = [
  'Mairie de Dijon',
  'Lycée Carnot',
  'Association Les Amis du Parc',
  'SARL Vauban',
  'Jean Dupont',
];
const number = (counter: number) => `FA-2026-${String(counter).padStart(6, '0')}`;
/** Few amounts, so that many lines and documents have the same. */
const amount = fc.constantFrom(1, 500, 1000, 1500, 2000, 15_000).map(cents);

const documents = fc
  .array(
    fc.record({
      client: fc.constantFrom(...CLIENTS),
      openCents: amount,
      month: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(
      ({ client, openCents, month }, at): PayableDocument => ({
        id: `d${at}` as DocumentId,
        number: number(at + 1),
        organisationId: client as OrganisationId,
        clientName: client,
        issuedOn: `2026-0${month}-01`,
        dueOn: month % 3 === 0 ? null : `2026-0${month}-28`,
        openCents,
      }),
    ),
  );
const words = fc.oneof(
  fc.integer({ min: 1, max: 14 }).map(number),
  fc.integer({ min: 1, max: 14 }).map((counter) => `fa 2026 ${counter}`),
  fc.integer({ min: 1, max: 14 }).map((counter) => rfReference(number(counter))),
  fc.constantFrom(...CLIENTS, 'PF-AAAAAA', 'VIR SEPA', 'FACTURE', 'TRESORERIE'),
);
const lines = fc
  .array(
    fc.record({
      texts: fc.array(words, { maxLength: 4 }),
      cents: amount,
      day: fc.integer({ min: 1, max: 9 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(
      ({ texts, cents, day }, at): ReceivedLine => ({
        ...{ id: `l${at}`, day: `2026-11-0${day}`, cents, text: texts.join(' ') },
        ...{ name: texts[0] ?? null, reference: texts[1] ?? null },
      }),
    ),
  );
const topUps = [{ memberId: 'm' as MemberId, reference: 'PF-AAAAAA' }];
const payer = payerKey({ name: 'TRESORERIE', text: '' }) ?? '';
const payers = [{ payer, owner: { organisationId: CLIENTS[0] as OrganisationId } }];
const world = fc.record({ lines, documents });
const shuffled = <T>(list: readonly T[], seed: number) =>
  list
    .map((each, at) => ({ each, place: Math.sin(seed + at) }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each);

describe('matching bank lines, for any lines and documents', () => {
  it('gives no document more than is open of it, and no line more than came in', () => {
    fc.assert(
      fc.property(world, (given) => {
        const proposals = matchLines(given.lines, { ...given, topUps, payers });
        const taken = new Map<string, number>();
        for (const { lineId, parts } of proposals) {
          const line = given.lines.find(({ id }) => id === lineId);
          expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBeLessThanOrEqual(line?.cents ?? 0);
          for (const part of parts) {
            expect(part.cents).toBeGreaterThan(0);
            taken.set(part.documentId, (taken.get(part.documentId) ?? 0) + part.cents);
          }
        }
        for (const { id, openCents } of given.documents)
          expect(taken.get(id) ?? 0).toBeLessThanOrEqual(openCents);
      }),
    );
  });

  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(world, fc.nat({ max: 1000 }), (given, seed) => {
        const other = { documents: shuffled(given.documents, seed), topUps, payers };
        expect(matchLines(shuffled(given.lines, seed + 7), other)).toEqual(
          matchLines(given.lines, { ...given, topUps, payers }),
        );
      }),
    );
  });

  it('pays documents of the owner only, each line once; sure ones name what they pay and pay exactly that', () => {
    fc.assert(
      fc.property(world, (given) => {
        const proposals = matchLines(given.lines, { ...given, topUps, payers });
        expect(new Set(proposals.map(({ lineId }) => lineId)).size).toBe(proposals.length);
        for (const { owner, parts, confidence, lineId } of proposals) {
          for (const { documentId } of parts)
            expect(given.documents.find(({ id }) => id === documentId)).toMatchObject(owner);
          const line = given.lines.find(({ id }) => id === lineId);
          if (confidence === 'sure' && 'organisationId' in owner)
            expect(parts.reduce((sum, part) => sum + part.cents, 0)).toBe(line?.cents);
        }
      }),
    );
  });
});
