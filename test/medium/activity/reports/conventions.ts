import type { ConventionId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { ActivityWorld } from './activity-world';

interface View {
  readonly id: ConventionId;
  readonly version: number;
  readonly objectives: {
    id: string;
    title: string;
    quotation: string;
    indicators: { id: string; indicator: string; parameters: object; targets: object[] }[];
  }[];
  readonly instalments: { id: string; receivedOn: string | null }[];
  readonly periods: string[];
  readonly subsidyCents: number;
  readonly receivedCents: number;
}
interface Import {
  readonly added: number;
  readonly known: number;
  readonly cents: number;
  readonly isStored: boolean;
  readonly broken: { line: number; part: string; text: string }[];
}

describeOnBothDatabases('conventions', (open) => {
  let world: ActivityWorld;
  beforeAll(async () => {
    world = await ActivityWorld.open(await open());
  });
  afterAll(() => world.billing.server.stop());

  const get = async (id: string) => (await world.ask<View>('GET', `/conventions/${id}`)).body;
  const send = async (id: string, text: string, fields: Record<string, string> = {}) => {
    const form = new FormData();
    form.set('file', new Blob([text]), 'depenses.csv');
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const { body } = await world.admin.client.post<Import & { code?: string }>(
      `/api/v1/conventions/${id}/costs/import`,
      form,
    );
    return body;
  };

  it('begin empty or with the objectives of the model', async () => {
    const empty = await get(await world.convention());
    expect(empty).toMatchObject({ version: 1, objectives: [], instalments: [], subsidyCents: 0 });
    expect(empty.periods.slice(0, 3)).toEqual(['2026-H1', '2026-H2', '2026']);
    const begun = await get(await world.convention({ fromModel: true }));
    expect(begun.objectives.length).toBeGreaterThan(5);
    expect(begun.objectives[0]?.quotation).toContain('fablabs');
    const list = await world.ask<{ items: { id: string }[] }>('GET', '/conventions');
    expect(list.body.items.map(({ id }) => id)).toEqual(expect.arrayContaining([empty.id, begun.id]));
  });

  it('are of this century, and their first period has one before it', async () => {
    for (const days of [{ startsOn: '1999-12-31' }, { endsOn: '9999-12-31' }]) {
      const heading = {
        title: 'X',
        parties: ['Ville'],
        startsOn: '2026-01-01',
        endsOn: '2028-12-31',
        ...days,
      };
      expect((await world.ask('POST', '/conventions', heading)).body.code).toBe('REQUEST.INVALID');
    }
    const { body } = await world.ask<{ previousPeriod: string }>('GET', '/activity/dashboard?period=2000-H1');
    expect(body.previousPeriod).toBe('1999-H2');
  });

  it('keep the ids of objectives and indicators that stay, and refuse what comes second', async () => {
    const id = await world.convention();
    const objectives = [
      {
        ...{ title: 'Ouvrir', quotation: 'Ouvrir des fablabs.' },
        indicators: [
          {
            ...{ indicator: 'visits', parameters: { public: 'senior' } },
            targets: [{ period: '2026-H1', target: 400 }],
          },
          { indicator: 'prints', parameters: {}, targets: [] },
        ],
      },
    ];
    const put = (version: number, change: object[]) =>
      world.ask<View>('PUT', `/conventions/${id}/objectives`, { version, objectives: change });
    const first = (await put(1, objectives)).body;
    expect(first.objectives[0]?.indicators[0]).toMatchObject({
      ...{ parameters: { public: 'senior' }, targets: [{ period: '2026-H1', target: 400 }] },
    });
    const [kept] = first.objectives;
    const second = (await put(2, [{ title: 'Nouveau', quotation: '', indicators: [] }, { ...kept }])).body;
    expect(second.objectives.map(({ title }) => title)).toEqual(['Nouveau', 'Ouvrir']);
    expect(second.objectives[1]).toEqual(kept);
    expect((await put(2, [])).body.code).toBe('CONVENTION.CHANGED');
    const unfit = [{ title: 'x', quotation: '', indicators: [{ ...unfitIndicator }] }];
    expect((await put(3, unfit)).body.code).toBe('CONVENTION.INDICATOR_UNFIT');
    const elderly = { indicator: 'visits', parameters: { public: 'elderly' }, targets: [] };
    expect((await put(3, [{ title: 'x', quotation: '', indicators: [elderly] }])).body).toMatchObject({
      code: 'CONVENTION.VALUE_UNFIT',
      params: { parameter: 'public', value: 'elderly' },
    });
    expect((await get(id)).version).toBe(3);
    const heading = { title: 'Autre', parties: ['Ville'], startsOn: '2026-01-01', endsOn: '2027-12-31' };
    expect((await world.ask('PATCH', `/conventions/${id}`, { ...heading, version: 2 })).body.code).toBe(
      'CONVENTION.CHANGED',
    );
    const renamed = await world.ask('PATCH', `/conventions/${id}`, { ...heading, version: 3 });
    expect(renamed.body).toMatchObject({ title: 'Autre', version: 4 });
    const wrong = await world.ask('PATCH', `/conventions/${id}`, {
      ...{ ...heading, version: 4, endsOn: '2025-01-01' },
    });
    expect(wrong.body.code).toBe('REQUEST.INVALID');
  });
  const unfitIndicator = { indicator: 'visits', parameters: { topic: 'x' }, targets: [] };

  it('have instalments with the days on which they were received', async () => {
    const id = await world.convention();
    const instalment = { label: 'Acompte', payer: 'Ville', dueOn: '2026-03-01', cents: 90_000_00 };
    const put = (version: number, instalments: object[]) =>
      world.ask<View>('PUT', `/conventions/${id}/instalments`, { version, instalments });
    const first = (
      await put(1, [
        { ...instalment, receivedOn: null },
        { ...instalment, dueOn: '2026-09-01', receivedOn: null },
      ])
    ).body;
    const [one, two] = first.instalments;
    const paid = (await put(2, [{ ...instalment, ...one, receivedOn: '2026-03-05' }, { ...two }])).body;
    expect(paid.instalments.map((each) => each.id)).toEqual([one?.id, two?.id]);
    expect(paid).toMatchObject({ subsidyCents: 180_000_00, receivedCents: 90_000_00 });
  });

  it('import a file of costs once, and nothing while a line cannot be read', async () => {
    const id = await world.convention();
    const text = 'Poste;Date;Montant;Note\nSalaires;31/03/2026;12 345,67;mars\nTrain;01/04/2026;10.00;\n';
    const broken = `${text}Achats;31/02/2026;1,00;\nAchats;01/01/2025;1,00;\n`;
    expect(await send(id, broken, { store: 'true' })).toMatchObject({
      ...{ added: 0, isStored: false },
      broken: [
        { line: 4, part: 'day', text: '31/02/2026' },
        { line: 5, part: 'outside', text: '2025-01-01' },
      ],
    });
    expect(await send(id, text)).toMatchObject({ added: 2, cents: 1_235_567, isStored: false });
    expect(await send(id, text, { store: 'true' })).toMatchObject({ added: 2, isStored: true });
    expect(await send(id, text, { store: 'true' })).toMatchObject({ added: 0, known: 2 });
    const twice = await Promise.all([1, 2].map(() => send(id, 'Gaz;01/05/2026;5,00', { store: 'true' })));
    expect(twice.map(({ added }) => added).sort()).toEqual([0, 1]);
    interface Costs {
      readonly items: { id: string; isImported: boolean }[];
      readonly costCents: number;
      readonly inKindCents: number;
      readonly headings: string[];
    }
    const costs = () => world.ask<Costs>('GET', `/conventions/${id}/costs`);
    const { body } = await costs();
    expect(body).toMatchObject({ total: 3, costCents: 1_236_067, inKindCents: 0 });
    expect(body.headings).toEqual(['Gaz', 'Salaires', 'Train']);
    const [latest] = body.items;
    const path = `/conventions/${id}/costs/${latest?.id}`;
    expect((await world.ask('DELETE', path)).status).toBe(204);
    expect((await world.ask('DELETE', path)).body.code).toBe('CONVENTION.COST_UNKNOWN');
    expect((await costs()).body.costCents).toBe(1_235_567);
    const typed = { kind: 'cost', day: '2025-12-31', heading: 'Eau', note: null, cents: 1, labId: null };
    expect((await world.ask('POST', `/conventions/${id}/costs`, typed)).body.code).toBe(
      'CONVENTION.DAY_OUTSIDE',
    );
  });

  it('can be deleted until a report is made from them', async () => {
    const id = await world.convention({ fromModel: true });
    const body = { conventionId: id, labId: null, period: '2026-H2' };
    const report = await world.ask<{ id: string }>('POST', '/reports', body);
    expect((await world.ask('DELETE', `/conventions/${id}`)).body.code).toBe('CONVENTION.HAS_REPORTS');
    expect((await world.ask('DELETE', `/reports/${report.body.id}`)).status).toBe(204);
    expect((await world.ask('DELETE', `/conventions/${id}`)).status).toBe(204);
    expect((await world.ask('GET', `/conventions/${id}`)).body.code).toBe('CONVENTION.UNKNOWN');
  });

  it('are read by managers, and changed by billing staff', async () => {
    const { server } = world.billing;
    const manager = await server.accountWith('manager');
    const trainer = await server.accountWith('trainer');
    expect((await world.ask('GET', '/conventions', undefined, manager)).status).toBe(200);
    expect((await world.ask('GET', '/indicators', undefined, manager)).body).toMatchObject({ total: 29 });
    expect((await world.ask('POST', '/conventions', {}, manager)).body.code).toBe('AUTH.FORBIDDEN');
    expect((await world.ask('GET', '/conventions', undefined, trainer)).body.code).toBe('AUTH.FORBIDDEN');
  });
});
