import { cents, type DocumentId, type MemberId, type OrganisationId } from '@pandafab/shared';
import type { PayableDocument, ReceivedLine } from './bank-types';
import { type MatchSources, matchLines } from './match-lines';
import { rfReference } from './rf-reference';
import { payerKey } from './words';

const document = (number: string, euros: number, client = 'Mairie de Dijon'): PayableDocument => ({
  id: number as DocumentId,
  number,
  organisationId: client as OrganisationId,
  clientName: client,
  issuedOn: '2026-10-01',
  dueOn: '2026-10-31',
  openCents: cents(Math.round(euros * 100)),
});
const line = (text: string, euros: number, more: Partial<ReceivedLine> = {}): ReceivedLine => ({
  id: text,
  day: '2026-11-02',
  cents: cents(Math.round(euros * 100)),
  text,
  name: null,
  reference: null,
  ...more,
});
const sources = (documents: PayableDocument[], more: Partial<MatchSources> = {}): MatchSources => ({
  documents,
  topUps: [],
  payers: [],
  ...more,
});
const match = (one: ReceivedLine, documents: PayableDocument[], more: Partial<MatchSources> = {}) => {
  const [found] = matchLines([one], sources(documents, more));
  if (!found) return undefined;
  const parts = Object.fromEntries(found.parts.map((part) => [part.documentId, part.cents]));
  return { confidence: found.confidence, reason: found.reason, owner: Object.values(found.owner)[0], parts };
};

const TWELVE = document('FA-2026-000012', 150);

describe('a line that names a document', () => {
  it.each([
    'VIR SEPA MAIRIE DE DIJON FA-2026-000012',
    'vir fa2026000012',
    'FACTURE FA 2026 000012 DU 01/10',
    'FACTURE N° FA-2026-12',
    'FA/2026/000012',
    'FA-2026-0000 12',
    'FA202612',
    'FACTUREFA2026000012',
    'PAIEMENT Fâ_2026_000012',
  ])('is found: %s', (text) => {
    expect(match(line(text, 150), [TWELVE, document('FA-2026-000013', 150)])).toEqual({
      confidence: 'sure',
      reason: 'number',
      owner: 'Mairie de Dijon',
      parts: { 'FA-2026-000012': 15000 },
    });
  });

  it('is likely where the letters in front are missing, and only if one series has the number', () => {
    const text = 'FACTURE 2026-000012';
    expect(match(line(text, 150), [TWELVE])).toMatchObject({ confidence: 'likely', reason: 'number' });
    const other = document('FA-ROT-2026-000012', 150, 'Lycée Carnot');
    expect(match(line(text, 150), [TWELVE, other])).toBeUndefined();
  });

  it.each(['SOFA 2026 12 CANAPES', 'FA 2025 12', 'FA-2026-000120', '2026 12', 'FA2027000012'])(
    'is not found where it is another: %s',
    (text) => expect(match(line(text, 99), [TWELVE])?.reason).toBeUndefined(),
  );

  it('keeps series of labs apart', () => {
    const other = document('FA-ROT-2026-000012', 150, 'Lycée Carnot');
    expect(match(line('FA-ROT-2026-000012', 150), [TWELVE, other])?.owner).toBe('Lycée Carnot');
    expect(match(line('FA-2026-000012', 150), [TWELVE, other])?.owner).toBe('Mairie de Dijon');
  });

  it('pays by structured reference, in its own field or in the text', () => {
    const expected = { confidence: 'sure', reason: 'reference', parts: { 'FA-2026-000012': 15000 } };
    const reference = rfReference('FA-2026-000012');
    const spaced = reference.replace(/.{4}/g, '$& ');
    expect(match(line('sans objet', 150, { reference }), [TWELVE])).toMatchObject(expected);
    expect(match(line(`MERCI ${spaced}`, 150), [TWELVE])).toMatchObject(expected);
  });

  it('pays a part, or more than is open', () => {
    expect(match(line('FA-2026-000012', 40), [TWELVE])).toMatchObject({
      ...{ confidence: 'likely', reason: 'part-payment', parts: { 'FA-2026-000012': 4000 } },
    });
    expect(match(line('FA-2026-000012', 200), [TWELVE])).toMatchObject({
      ...{ confidence: 'likely', reason: 'over-payment', parts: { 'FA-2026-000012': 15000 } },
    });
  });

  it('pays several: all, some whose sum it is, or the first due', () => {
    const three = [TWELVE, document('FA-2026-000013', 20), document('FA-2026-000014', 30.5)];
    const text = 'FA-2026-000012, FA-2026-000013 ET FA-2026-000014';
    expect(match(line(text, 200.5), three)).toMatchObject({ confidence: 'sure', reason: 'numbers' });
    expect(match(line(text, 180.5), three)).toMatchObject({
      ...{ confidence: 'likely', reason: 'some-numbers' },
      parts: { 'FA-2026-000012': 15000, 'FA-2026-000014': 3050 },
    });
    expect(match(line(text, 160), three)).toMatchObject({
      ...{ confidence: 'likely', reason: 'part-payment' },
      parts: { 'FA-2026-000012': 15000, 'FA-2026-000013': 1000 },
    });
  });

  it('belongs to one client: documents of two are proposed only where one client’s sum fits', () => {
    const two = [TWELVE, document('FA-2026-000013', 20, 'Lycée Carnot')];
    const text = 'FA-2026-000012 FA-2026-000013';
    expect(match(line(text, 20), two)).toMatchObject({
      owner: 'Lycée Carnot',
      parts: { 'FA-2026-000013': 2000 },
    });
    expect(match(line(text, 170), two)).toBeUndefined();
  });

  it('is a hint at most where it names a document that is not open, such as one that was paid', () => {
    expect(match(line('MAIRIE DE DIJON FA-2026-000007', 150), [TWELVE])).toMatchObject({
      confidence: 'weak',
    });
    expect(match(line('FA-2026-000012 FA-2026-000007', 150), [TWELVE])).toMatchObject({
      confidence: 'likely',
    });
  });
});

describe('a line of a member', () => {
  const topUps = [{ memberId: 'm1' as MemberId, reference: 'PF-7K2M4Q' }];
  it.each(['VIR PF-7K2M4Q', 'pf7k2m4q recharge', 'PF 7K2 M4Q'])('tops up by its reference: %s', (text) => {
    expect(match(line(text, 20), [TWELVE], { topUps })).toEqual({
      ...{ confidence: 'sure', reason: 'personal-reference', owner: 'm1', parts: {} },
    });
  });
});

describe('a line without a number', () => {
  it.each([
    ['in the text', line('VIR SEPA MAIRIE DE DIJON', 150)],
    ['in its own field', line('VIREMENT', 150, { name: 'Mairie de DIJON' })],
    ['with a wrong letter', line('VIREMENT', 150, { name: 'MAIRRIE DE DIJON' })],
  ])('is likely by amount and name %s', (_, one) => {
    const other = document('FA-2026-000013', 150, 'Mairie de Beaune');
    expect(match(one, [TWELVE, other])).toMatchObject({
      ...{ confidence: 'likely', reason: 'amount-and-name', parts: { 'FA-2026-000012': 15000 } },
    });
  });

  it('is likely by the sum of all that the client owes', () => {
    const two = [TWELVE, document('FA-2026-000013', 20)];
    expect(match(line('MAIRIE DIJON', 170), two)).toMatchObject({
      confidence: 'likely',
      reason: 'all-of-client',
    });
  });

  it('is likely for a payer whose earlier lines were this client’s', () => {
    const one = line('VIR RECU TRESORERIE MUNICIPALE REF 4711', 150);
    const payer = payerKey(line('VIR RECU TRESORERIE MUNICIPALE REF 0815', 1)) ?? '';
    const payers = [{ payer, owner: { organisationId: TWELVE.organisationId } }];
    expect(match(one, [TWELVE], { payers })).toMatchObject({ confidence: 'likely', reason: 'known-payer' });
    expect(match({ ...one, cents: cents(1) }, [TWELVE], { payers })).toMatchObject({
      ...{ confidence: 'weak', reason: 'payer-only', parts: {} },
    });
    const both = [...payers, { payer, owner: { organisationId: 'x' as OrganisationId } }];
    expect(match(one, [TWELVE], { payers: both })).toMatchObject({ reason: 'amount-only' });
  });

  it('is weak by the name alone, and by the amount alone if only one document has it', () => {
    expect(match(line('MAIRIE DE DIJON', 7), [TWELVE])).toMatchObject({
      confidence: 'weak',
      reason: 'name-only',
    });
    expect(match(line('VIREMENT', 150), [TWELVE])).toMatchObject({
      confidence: 'weak',
      reason: 'amount-only',
    });
    expect(match(line('VIREMENT', 150), [TWELVE, document('FA-2026-000013', 150)])).toBeUndefined();
  });

  it('does not take what a line with the number pays, whatever the order', () => {
    const named = line('FA-2026-000012', 150, { id: 'b', day: '2026-11-09' });
    const unnamed = line('MAIRIE DE DIJON', 150, { id: 'a', day: '2026-11-02' });
    for (const lines of [
      [named, unnamed],
      [unnamed, named],
    ])
      expect(matchLines(lines, sources([TWELVE]))).toMatchObject([
        { lineId: 'b', reason: 'number' },
        { lineId: 'a', reason: 'name-only', parts: [] },
      ]);
  });
});
