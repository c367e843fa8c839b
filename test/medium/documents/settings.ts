import { createHash } from 'node:crypto';
import { type LabId, newId, type OrganisationId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { BillingWorld } from '../fixtures/billing-world';

interface Numbering {
  readonly code?: string;
  readonly series: {
    kind: string;
    prefix: string;
    labPart: string;
    example: string;
    lastNumber: string | null;
  }[];
  readonly labCodes: { labId: string; code: string }[];
}

/** One black pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

describeOnBothDatabases('settings of documents', (open) => {
  let world: BillingWorld;
  let client: OrganisationId;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    client = await world.organisation();
    await world.publishTariff();
    await world.recordSeller();
  });
  afterAll(() => world.server.stop());

  const issued = async (change: object = {}) => {
    const id = await world.prestation(client, change);
    await world.addLine(id);
    return (await world.issue(id)).body;
  };
  const save = (body: object) => world.ask<Numbering>('PUT', '/settings/numbering', body);
  const lab = async (name: string): Promise<LabId> => {
    const id = newId<LabId>();
    const fields = { name, timeZone: 'Europe/Paris', matchRevision: 0, createdAt: 0 };
    await world.write(({ manager }) => manager.insert(Lab, { id, ...fields }));
    return id;
  };

  describe('of numbers', () => {
    it('begin with those of the first version', async () => {
      const { body } = await world.ask<Numbering>('GET', '/settings/numbering');
      expect(body.series.map(({ kind, prefix }) => `${kind} ${prefix}`)).toEqual([
        ...['quote DE', 'order-confirmation CO', 'deposit AC', 'invoice FA', 'credit-note AV'],
        ...['deposit-credit AA', 'prestation PR', 'payment RG'],
      ]);
      expect(body.series.find(({ kind }) => kind === 'invoice')).toMatchObject({
        ...{ example: 'FA-2026-000001', lastNumber: null, labPart: 'none' },
      });
    });

    it('give a new prefix a new series, and no prefix to two kinds', async () => {
      expect((await issued()).number).toBe('FA-2026-000001');
      const taken = await save({ series: [{ kind: 'quote', prefix: 'AV', labPart: 'none' }] });
      expect(taken).toMatchObject({ status: 409, body: { code: 'NUMBERING.PREFIX_TAKEN' } });
      const { body } = await save({ series: [{ kind: 'invoice', prefix: 'FACT', labPart: 'none' }] });
      expect(body.series.find(({ kind }) => kind === 'invoice')).toMatchObject({
        example: 'FACT-2026-000001',
      });
      expect((await issued()).number).toBe('FACT-2026-000001');
      // Invoices have used FA: a quote of that prefix could repeat a number.
      const used = await save({ series: [{ kind: 'quote', prefix: 'FA', labPart: 'none' }] });
      expect(used.body.code).toBe('NUMBERING.PREFIX_TAKEN');
      await save({ series: [{ kind: 'invoice', prefix: 'FA', labPart: 'none' }] });
      expect((await issued()).number).toBe('FA-2026-000002');
    });

    it('count each lab on its own, where the code of the lab is in the number', async () => {
      const [rotonde, fontaine] = [await lab('La Rotonde'), await lab('La Fontaine')];
      const series = [{ kind: 'invoice', prefix: 'FA', labPart: 'code' }];
      await save({ series, labCodes: [{ labId: rotonde, code: 'ROT' }] });
      expect((await issued({ labId: rotonde })).number).toBe('FA-ROT-2026-000001');
      const missing = await issued({ labId: fontaine });
      expect(missing).toMatchObject({ code: 'NUMBERING.LAB_CODE_MISSING', params: { lab: 'La Fontaine' } });
      expect((await issued({ labId: rotonde })).number).toBe('FA-ROT-2026-000002');
      const twice = [rotonde, fontaine].map((labId) => ({ labId, code: 'ROT' }));
      expect((await save({ series: [], labCodes: twice })).body.code).toBe('NUMBERING.LAB_CODE_TAKEN');
      const other = await save({ series: [], labCodes: [{ labId: fontaine, code: 'ROT' }] });
      expect(other.body.code).toBe('NUMBERING.LAB_CODE_TAKEN');
      await save({ series: [{ kind: 'invoice', prefix: 'FA', labPart: 'none' }] });
    });

    it('keep numbers at 20 characters', async () => {
      const labId = await lab('Le Long');
      const labCodes = [{ labId, code: 'LLONG' }];
      const series = [{ kind: 'quote', prefix: 'DEVIS', labPart: 'code' }];
      const refused = await save({ series, labCodes });
      expect(refused.body).toMatchObject({ code: 'NUMBERING.TOO_LONG' });
      const { body } = await world.ask<Numbering>('GET', '/settings/numbering');
      expect(body.series.find(({ kind }) => kind === 'quote')).toMatchObject({ prefix: 'DE' });
    });
  });

  describe('of the logo', () => {
    const send = (content: Buffer) => {
      const data = new FormData();
      data.set('file', new Blob([new Uint8Array(content)]), 'logo.png');
      return world.billing.client.post<{ sha256: string; code?: string }>(
        '/api/v1/settings/seller/logo',
        data,
      );
    };

    it('accept a picture by its content, and print it on documents', async () => {
      const { status, body } = await send(PIXEL);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        sha256: createHash('sha256').update(PIXEL).digest('hex'),
        mediaType: 'image/png',
      });
      const unknown = await world.recordSeller({ logoSha256: 'e'.repeat(64) });
      expect(unknown).toMatchObject({ status: 422, body: { code: 'SELLER.LOGO_UNKNOWN' } });
      expect((await world.recordSeller({ logoSha256: body.sha256 })).status).toBe(200);
      const invoice = await issued();
      const detail = await world.ask<{ content: { seller: { logoSha256: string } } }>(
        'GET',
        `/documents/${invoice.id}`,
      );
      expect(detail.body.content.seller.logoSha256).toBe(body.sha256);
      const pdf = await world.billing.client.get(`/api/v1/documents/${invoice.id}/file/pdf`);
      expect(pdf.text).toContain('/Subtype /Image');
      await world.recordSeller();
    });

    it.each([
      ['a page', Buffer.from('<html></html>')],
      ['a picture that is cut off', PIXEL.subarray(0, 50)],
      ['the first bytes of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ])('refuse %s', async (_, content) => {
      expect((await send(content)).body.code).toBe('SELLER.LOGO_UNFIT');
    });

    it('refuse more than 1 MB', async () => {
      expect((await send(Buffer.alloc(1024 * 1024 + 1))).body.code).toBe('SELLER.LOGO_TOO_LARGE');
    });
  });
});
