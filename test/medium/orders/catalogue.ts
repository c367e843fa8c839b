import { describeOnBothDatabases } from '@pandafab/testing';
import { BillingWorld } from '../fixtures/billing-world';

interface Article {
  readonly id: string;
  readonly code: string | null;
  readonly nameFr: string;
  readonly unitPrice: string;
  readonly archivedAt: string | null;
}

const article = (nameFr: string, nameEn: string, code: string | null, change: object = {}) => ({
  ...{ nameFr, nameEn, code, unit: 'DAY', unitPrice: '480', activity: 'training', nature: 'services' },
  ...change,
});

describeOnBothDatabases('the catalogue', (open) => {
  let world: BillingWorld;

  beforeAll(async () => {
    world = await BillingWorld.open(await open());
    await make(article('Journée de formation', 'Training day', 'FORM-1'));
    await make(
      article('Équerre imprimée', 'Printed bracket', 'IMP-2', { activity: 'printing', nature: 'goods' }),
    );
    await make(article('Conseil', 'Advice', null, { unitPrice: '45.123456', basis: 1 }));
  });
  afterAll(() => world.server.stop());

  const make = (body: object) => world.ask<Article & { code: string }>('POST', '/articles', body);
  const list = async (query: string) =>
    (await world.ask<{ items: Article[] }>('GET', `/articles?${query}`)).body.items;
  const codes = async (query: string) => (await list(query)).map(({ code }) => code);

  it('is found by words in French and English, and by code, without accents', async () => {
    expect(await codes('search=equerre')).toEqual(['IMP-2']);
    expect(await codes('search=training')).toEqual(['FORM-1']);
    expect(await codes('search=form-1')).toEqual(['FORM-1']);
    expect(await codes('activity=printing')).toEqual(['IMP-2']);
  });

  it('is sorted by name in either language, and by code', async () => {
    expect(await codes('sort=nameFr')).toEqual([null, 'IMP-2', 'FORM-1']);
    expect(await codes('sort=-nameEn')).toEqual(['FORM-1', 'IMP-2', null]);
    expect(await codes('sort=code')).toEqual([null, 'FORM-1', 'IMP-2']);
    const { body } = await world.ask<{ next: string }>('GET', '/articles?sort=code&limit=1');
    expect(await codes(`sort=code&after=${body.next}`)).toEqual(['FORM-1', 'IMP-2']);
  });

  it('has a price of six decimals as it was typed, and each code once', async () => {
    const [advice] = await list('search=conseil');
    expect(advice?.unitPrice).toBe('45.123456');
    expect(await make(article('Autre', 'Other', 'FORM-1'))).toMatchObject({
      status: 409,
      body: { code: 'ARTICLE.CODE_USED' },
    });
    const path = `/articles/${advice?.id}`;
    expect((await world.ask<Article>('PATCH', path, { code: 'IMP-2' })).body.code).toBe('ARTICLE.CODE_USED');
    expect((await world.ask<Article>('PATCH', path, { unitPrice: '46' })).body.unitPrice).toBe('46');
    expect((await make(article('X', 'X', null, { unitPrice: '1.1234567' }))).status).toBe(400);
  });

  it('hides archived articles until they are restored', async () => {
    const [bracket] = await list('search=equerre');
    const at = (step: string) => world.ask<Article>('POST', `/articles/${bracket?.id}/${step}`);
    expect((await at('archive')).body.archivedAt).toEqual(expect.any(String));
    expect(await codes('search=equerre')).toEqual([]);
    expect(await codes('archived=true')).toEqual(['IMP-2']);
    expect((await at('restore')).body.archivedAt).toBeNull();
    expect(await codes('search=equerre')).toEqual(['IMP-2']);
  });
});
