import type { OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { sellerSettings } from '../fixtures/billing-seller';
import { BillingWorld } from '../fixtures/billing-world';
import { pdfText } from '../fixtures/pdf-text';

interface Preview {
  readonly flaws: { code: string }[];
  readonly content: { terms: string | null; validUntil: string | null; notes: { text: string }[] };
}

const TERMS = 'Acompte de 30 % à la commande.\n\nRetrait au lab.';

describeOnBothDatabases('the texts of a draft', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    client = await world.organisation();
    await world.recordSeller();
    await world.ask('PUT', '/settings/seller', {
      ...sellerSettings,
      terms: TERMS,
      inForceFrom: '2026-11-02',
    });
  });
  afterAll(() => world.server.stop());

  const quote = async () => {
    const id = await world.prestation(client);
    await world.addLine(id);
    return (await world.draft(id, 'quote')).body.id;
  };
  const change = (id: string, request: object) =>
    world.ask<{ code?: string }>('PATCH', `/documents/${id}`, { request });
  const preview = async (id: string) => (await world.ask<Preview>('GET', `/documents/${id}/preview`)).body;

  it('are those of the settings, with their line breaks, or its own', async () => {
    const id = await quote();
    expect((await preview(id)).content.terms).toBe(TERMS);
    const own = {
      note: 'Pièces grises.\r\nSans support.',
      terms: 'Livraison\nen janvier',
      validUntil: '2026-12-31',
    };
    expect((await change(id, own)).status).toBe(200);
    const { content } = await preview(id);
    expect(content).toMatchObject({ terms: 'Livraison\nen janvier', validUntil: '2026-12-31' });
    expect(content.notes[0]?.text).toBe('Pièces grises.\nSans support.');
  });

  it('are printed line by line, and stay as they are once the document has a number', async () => {
    const id = await quote();
    await change(id, { note: 'Première ligne\nDeuxième ligne' });
    await world.send(id, 'quote');
    const pdf = await fetch(`${world.server.url}/api/v1/documents/${id}/file/pdf`, {
      headers: { authorization: `Bearer ${world.billing.client.token}` },
    });
    const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
    for (const line of [...TERMS.split('\n'), 'Première ligne', 'Deuxième ligne'])
      expect(text).toContain(line);
    expect((await change(id, { note: 'Trop tard' })).body.code).toBe('DOCUMENT.NOT_DRAFT');
  });

  it('have no last day that is past: such a quote could never be accepted', async () => {
    const id = await quote();
    await change(id, { validUntil: '2026-11-22' });
    expect((await preview(id)).flaws).toMatchObject([{ code: 'PAPER.VALIDITY_PAST' }]);
    expect((await world.send(id, 'quote')).body.code).toBe('PAPER.VALIDITY_PAST');
    await change(id, {});
    expect((await world.send(id, 'quote')).status).toBe(200);
  });

  it('have no invisible characters in any of their lines', async () => {
    expect((await change(await quote(), { terms: 'Livraison\nsous\u0007 huit jours' })).status).toBe(400);
  });
});
