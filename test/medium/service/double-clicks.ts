import { type LabId, type MachineId, type MemberId, newId } from '@pandafab/shared';
import type { Answer, HttpClient, Problem, TestServer } from '@pandafab/testing';
import { sellerSettings } from '../fixtures/billing-seller';
import { tariffRates } from '../fixtures/billing-world';
import { ChainWorld } from '../fixtures/chain-world';
import { describeOnSharedServers } from '../fixtures/shared-servers';

type Click = () => Promise<Answer<unknown>>;

describeOnSharedServers('a click too many', (shared) => {
  let server: TestServer;
  let world: ChainWorld;
  let administrator: HttpClient;
  let labId: LabId;
  let machineId: MachineId;
  let spoolId: string;

  beforeAll(async () => {
    server = await shared();
    world = await ChainWorld.of(server);
    administrator = world.admin;
    ({ labId, machineId } = await world.makeLab());
    spoolId = await world.addSpool(labId, 'Double');
  });

  const post = (path: string, body?: unknown) => () => administrator.post<unknown>(`/api/v1/${path}`, body);
  const put = (path: string, body: unknown) => () =>
    administrator.request<unknown>('PUT', `/api/v1/${path}`, { body });
  const member = async (): Promise<MemberId> =>
    (await administrator.post<{ id: MemberId }>('/api/v1/members', { displayName: 'Ana' })).body.id;
  const atOnce = (click: Click) => Promise.all([click(), click(), click()]);

  const grants: Record<string, () => Promise<Click> | Click> = {
    'of an induction': async () => post(`members/${await member()}/inductions`, { kind: 'printer', labId }),
    'of an allowance': () => post(`machines/${machineId}/allowances`, { command: 'M500', reason: 'because' }),
    'of a proof of residence': async () =>
      post(`members/${await member()}/residency`, { validUntil: '2099-01-01T00:00:00Z' }),
    'of an account': async () =>
      post(`members/${await member()}/account`, {
        email: `${newId()}@example.org`,
        password: 'correct horse battery',
        roles: [{ role: 'maker' }],
      }),
    'of an invitation': async () =>
      post(`members/${await member()}/invitation`, { email: `${newId()}@example.org` }),
    'of roles': async () => {
      const { accountId } = await server.accountWith('maker');
      return put(`accounts/${accountId}/roles`, { roles: [{ role: 'manager', labId }, { role: 'maker' }] });
    },
    'of a place in a group': async () => {
      const group = await administrator.post<{ id: string }>('/api/v1/groups', { name: 'Class', labId });
      return put(`groups/${group.body.id}/people/${await member()}`, { leads: true });
    },
    'of a code for a computer': () => post(`labs/${labId}/enrolment-codes`),
    'of a category': () =>
      post('categories', { code: 'twice', nameFr: 'A', nameEn: 'A', tariff: 'member', position: 1 }),
    'of a kind of machine': () =>
      post('machine-kinds', { code: 'twice', nameFr: 'A', nameEn: 'A', inductionRequired: true }),
    'of a member with an address': () => post('members', { displayName: 'Ana', email: 'twice@example.org' }),
    'of a tariff': () => post('tariffs', { name: 'Twice', rates: tariffRates }),
    'of the seller’s settings': () => put('settings/seller', sellerSettings),
    'of a billing identity': async () =>
      put(`members/${await member()}/billing-identity`, {
        name: 'A',
        addressLine: 'B',
        postcode: '21000',
        city: 'Dijon',
        countryCode: 'FR',
      }),
    'of a profile': async () => put(`members/${await member()}/profile`, { gender: 'x' }),
  };

  it.each(Object.entries(grants))('%s is no error of the service', async (_, begin) => {
    const answers = await atOnce(await begin());
    const codes = answers.map(({ status, body }) => [status, (body as Problem | undefined)?.code]);
    expect(codes.filter(([status]) => Number(status) >= 500 || status === 404)).toEqual([]);
    expect(answers.some(({ status }) => status < 300)).toBe(true);
  });

  it('allows a command once', async () => {
    const command = { command: 'M502', reason: 'because' };
    const answers = await atOnce(post(`machines/${machineId}/allowances`, command));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('never takes more from a spool than it holds, even with simultaneous clicks', async () => {
    const left = async () =>
      (await administrator.get<{ gramsLeft: number }>(`/api/v1/spools/${spoolId}/movements`)).body.gramsLeft;
    const all = await left();
    const answers = await atOnce(post(`spools/${spoolId}/corrections`, { grams: -all, note: 'weighed' }));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body as Problem).toMatchObject({
      code: 'MATERIAL.BELOW_ZERO',
      params: { grams: 0 },
    });
    expect(await left()).toBe(0);
    const back = await administrator.post(`/api/v1/spools/${spoolId}/corrections`, {
      grams: 12.5,
      note: 'found',
    });
    expect([back.status, await left()]).toEqual([201, 12.5]);
  });
});
