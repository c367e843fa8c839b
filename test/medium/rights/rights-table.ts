import { sellerSettings } from '../fixtures/billing-seller';
import { tariffRates } from '../fixtures/billing-world';
import { line, PRINCIPALS, type Principal, type RightsWorld } from './rights-world';

/** One route, who may use it on what belongs to `here` and to the maker, and a request that can succeed. */
export interface Right {
  readonly may: readonly Principal[];
  /** Values of the path's parameters, made anew for each request where it uses something up. */
  readonly params?: (
    world: RightsWorld,
  ) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: (world: RightsWorld) => unknown;
  /** Of a list: whose lists hold the maker's job, or the member of `here`; everybody else's must not. */
  readonly shows?: { readonly text: (world: RightsWorld) => string; readonly to: readonly Principal[] };
  /** Why a change is not in the audit trail, or cannot be made here. */
  readonly unrecorded?: string;
  /** An event stream: read up to its first event. */
  readonly stream?: boolean;
}

const everybody = PRINCIPALS;
const people = PRINCIPALS.filter((each) => !/anonymous|agent/.test(each));
const labStaff: Principal[] = ['managerHere', 'administrator'];
const anyLabStaff: Principal[] = ['managerHere', 'managerThere', 'administrator'];
const staff: Principal[] = ['managerHere', 'managerThere', 'billing', 'administrator'];
const accountants: Principal[] = ['billing', 'administrator'];
const administrators: Principal[] = ['administrator'];
const agents: Principal[] = ['agentHere', 'agentThere'];
const own: Principal[] = ['maker'];
const readersOfHere: Principal[] = ['trainerHere', 'managerHere', 'billing', 'administrator'];
const seeTheJob: Principal[] = ['maker', 'managerHere', 'billing', 'administrator'];

const lab = ({ here }: RightsWorld) => ({ id: here.labId });
const spare = ({ spare }: RightsWorld) => ({ id: spare.labId });
const machine = ({ here }: RightsWorld) => ({ id: here.machineId });
const spareMachine = ({ spare }: RightsWorld) => ({ id: spare.machineId });
const spool = ({ here }: RightsWorld) => ({ id: here.spoolId });
const job = (world: RightsWorld) => ({ id: world.job.id });
const run = (world: RightsWorld) => ({ id: world.runId });
const member = (world: RightsWorld) => ({ id: world.people.maker.memberId });
const newMember = async (world: RightsWorld) => ({ id: await world.newMember() });
const newAccount = async (world: RightsWorld) => ({ id: (await world.newAccount()).id });
const organisation = async (world: RightsWorld) => ({ id: await world.newOrganisation() });
const prestation = async (world: RightsWorld) => ({ id: await world.newPrestation() });
const invoice = async (world: RightsWorld) => ({ id: await world.newInvoice() });
const allowance = async (world: RightsWorld) => {
  const machineId = (await world.chain.addMachine(world.here.labId, { name: `M${Math.random()}` })).id;
  const allow = { command: 'M500', reason: 'calibration day' };
  const made = await world.chain.post<{ id: string }>(`/machines/${machineId}/allowances`, allow);
  return { id: machineId, allowanceId: made.id };
};
const ownToken = async ({ people: { maker } }: RightsWorld) => {
  const body = { name: 'another', scopes: ['jobs:read'] };
  return { id: (await maker.client.post<{ id: string }>('/api/v1/tokens', body)).body.id };
};

/**
 * Every route of the service. A route that is not here fails the test, and so does one that is here and nowhere else.
 */
export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /': { may: everybody },
  'POST /': { may: [] },
  'GET /doorstep.css': { may: everybody },
  'GET /setup': { may: [] },
  'POST /setup': { may: [] },
  'POST /sign-out': { may: everybody, unrecorded: 'ends one’s own session' },
  'GET /api/health/live': { may: everybody },
  'GET /api/health/ready': { may: everybody },
  'GET /api/openapi.json': { may: people },

  'POST /api/v1/auth/login': { may: [], body: () => ({ email: 'a@b.fr', password: 'x' }) },
  'POST /api/v1/auth/logout': { may: people, unrecorded: 'ends one’s own session' },
  'POST /api/v1/setup': {
    may: [],
    body: () => ({
      code: 'x',
      displayName: 'First',
      email: 'first@example.org',
      password: 'a heron counts seven lamps',
    }),
  },
  'GET /api/v1/me': { may: people },
  'GET /api/v1/tokens': { may: people },
  'POST /api/v1/tokens': { may: people, body: () => ({ name: 'mine', scopes: ['jobs:read'] }) },
  'DELETE /api/v1/tokens/:id': { may: own, params: ownToken },

  'GET /api/v1/members': {
    may: [...staff, 'trainerHere', 'trainerThere'],
    query: '?limit=200&search=maker',
    shows: { text: (world) => world.people.maker.memberId, to: readersOfHere },
  },
  'POST /api/v1/members': {
    may: labStaff,
    body: ({ here }) => ({ displayName: 'New', homeLabId: here.labId }),
  },
  'GET /api/v1/members/:id': { may: readersOfHere, params: member },
  'PATCH /api/v1/members/:id': { may: labStaff, params: newMember, body: () => ({ displayName: 'Other' }) },
  'POST /api/v1/members/:id/residency': {
    may: labStaff,
    params: newMember,
    body: () => ({ validUntil: '2040-01-01T00:00:00Z' }),
  },
  'DELETE /api/v1/members/:id/residency': {
    may: labStaff,
    params: async (world) => {
      const id = await world.newMember();
      await world.chain.post(`/members/${id}/residency`, { validUntil: '2040-01-01T00:00:00Z' });
      return { id };
    },
  },
  'POST /api/v1/members/:id/account': {
    may: administrators,
    params: newMember,
    body: () => ({
      email: `p${Math.random()}@example.org`,
      password: 'a heron counts seven lamps',
      roles: [{ role: 'maker' }],
    }),
  },
  'PUT /api/v1/accounts/:id/roles': {
    may: administrators,
    params: newAccount,
    body: () => ({ roles: [{ role: 'billing' }] }),
  },
  'POST /api/v1/accounts/:id/disable': { may: administrators, params: newAccount },
  'POST /api/v1/accounts/:id/enable': {
    may: administrators,
    params: async (world) => {
      const { id } = await world.newAccount();
      await world.chain.post(`/accounts/${id}/disable`, {}, 200);
      return { id };
    },
  },
  'GET /api/v1/organisations': { may: staff },
  'POST /api/v1/organisations': {
    unrecorded: 'PENDING',
    may: accountants,
    body: () => ({ name: 'Atelier', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' }),
  },
  'GET /api/v1/organisations/:id': { may: staff, params: organisation },
  'PATCH /api/v1/organisations/:id': {
    unrecorded: 'PENDING',
    may: accountants,
    params: organisation,
    body: () => ({ city: 'Talant' }),
  },
  'GET /api/v1/audit': { may: administrators },

  'GET /api/v1/labs': { may: people },
  'POST /api/v1/labs': { may: administrators, body: () => ({ name: 'Another' }) },
  'POST /api/v1/labs/:id/agent': { may: administrators, params: spare },
  'DELETE /api/v1/labs/:id/agent': { may: administrators, params: spare },
  'POST /api/v1/labs/:id/agent/secret-renewal': { may: administrators, params: lab },
  'POST /api/v1/labs/:id/enrolment-codes': { may: administrators, params: spare },
  'POST /api/v1/enrol': { may: [], body: () => ({ code: 'AAAA-BBBB-CCCC' }) },
  'GET /api/v1/labs/:id/machines': { may: people, params: lab },
  'POST /api/v1/labs/:id/machines': {
    may: labStaff,
    params: spare,
    body: () => ({
      ...{ name: 'B', profileId: 'marlin-2', connection: '/dev/null' },
      ...{ widthMm: 200, depthMm: 200, heightMm: 200 },
    }),
  },
  'GET /api/v1/labs/:id/live': {
    may: people,
    params: lab,
    stream: true,
    shows: { text: (world) => world.job.id, to: seeTheJob },
  },
  'GET /api/v1/machines/:id': { may: people, params: machine },
  'PATCH /api/v1/machines/:id': {
    may: labStaff,
    params: spareMachine,
    body: () => ({ name: `N${Math.random()}` }),
  },
  'GET /api/v1/machines/:id/changes': { may: labStaff, params: machine },
  'GET /api/v1/machines/:id/events': { may: labStaff, params: machine },
  'PUT /api/v1/machines/:id/spool': { may: labStaff, params: spareMachine, body: () => ({ spoolId: null }) },
  'POST /api/v1/machines/:id/bed-clear': { may: labStaff, params: spareMachine },
  'POST /api/v1/machines/:id/emergency-stop': { may: labStaff, params: machine },
  'POST /api/v1/machines/:id/answer': {
    may: labStaff,
    params: machine,
    body: () => ({ request: 1, button: 0 }),
    unrecorded: 'the machine asks nothing here; attention.spec.ts proves it',
  },
  'POST /api/v1/machines/:id/reconnect': { may: labStaff, params: machine },
  'GET /api/v1/machines/:id/allowances': { may: labStaff, params: machine },
  'POST /api/v1/machines/:id/allowances': {
    may: labStaff,
    params: async (world) => ({
      id: (await world.chain.addMachine(world.spare.labId, { name: `A${Math.random()}` })).id,
    }),
    body: () => ({ command: 'M500', reason: 'calibration day' }),
  },
  'POST /api/v1/machines/:id/allowances/:allowanceId/withdraw': { may: labStaff, params: allowance },

  'GET /api/v1/filaments': { may: anyLabStaff },
  'POST /api/v1/filaments': {
    may: anyLabStaff,
    body: () => ({ material: 'PLA', brand: 'X', colour: 'red', densityGramsPerCm3: 1.24 }),
  },
  'GET /api/v1/labs/:id/spools': { may: labStaff, params: lab },
  'POST /api/v1/labs/:id/spools': {
    may: labStaff,
    params: spare,
    body: ({ filamentId }) => ({ filamentId, label: 'S', netGrams: 10 }),
  },
  'GET /api/v1/spools/:id/movements': { may: labStaff, params: spool },
  'POST /api/v1/spools/:id/corrections': {
    may: labStaff,
    params: spool,
    body: () => ({ grams: 1, note: 'weighed' }),
  },

  'GET /api/v1/jobs': { may: people, shows: { text: (world) => world.job.id, to: seeTheJob } },
  'POST /api/v1/jobs': { may: people, body: (world) => world.submission() },
  'GET /api/v1/jobs/:id': { may: seeTheJob, params: job },
  'GET /api/v1/jobs/:id/thumbnail': { may: [], params: job },
  'POST /api/v1/jobs/:id/cancel': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).id }),
  },
  'POST /api/v1/jobs/:id/redo': {
    may: ['maker', 'administrator'],
    params: async (world) => ({ id: await world.stoppedJob() }),
  },
  'GET /api/v1/runs/:id/transcript': { may: [], params: run },
  'POST /api/v1/runs/:id/command': { may: labStaff, params: run, body: () => ({ action: 'pause' }) },

  'GET /api/v1/usage-records': { may: accountants },
  'GET /api/v1/usage-records/mine': { may: people },
  'GET /api/v1/tariffs': { may: staff },
  'POST /api/v1/tariffs': { may: accountants, body: () => ({ name: 'Autre', rates: tariffRates }) },
  'GET /api/v1/settings/seller': { may: accountants },
  'PUT /api/v1/settings/seller': { may: accountants, body: () => sellerSettings },
  'GET /api/v1/prestations': { may: accountants },
  'POST /api/v1/prestations': {
    may: accountants,
    body: (world) => ({ organisationId: world.organisationId, title: 'Supports' }),
  },
  'GET /api/v1/prestations/:id': { may: accountants, params: prestation },
  'POST /api/v1/prestations/:id/lines': { may: accountants, params: prestation, body: () => line },
  'POST /api/v1/prestations/:id/invoice': {
    may: accountants,
    params: async (world) => ({ id: await world.newPrestation(true) }),
  },
  'GET /api/v1/invoices': { may: accountants },
  'GET /api/v1/invoices/:id': { may: accountants, params: invoice },
  'GET /api/v1/invoices/:id/pdf': { may: accountants, params: invoice },

  'GET /api/v1/queues/dead-letters': { may: administrators },
  'POST /api/v1/queues/dead-letters/:id/replay': { may: [], params: () => ({ id: 'none' }) },

  'GET /api/agent/files/:sha256': {
    may: ['agentHere'],
    params: (world) => ({ sha256: world.job.fileSha256 }),
  },
  'PUT /api/agent/runs/:id/transcript': {
    may: ['agentHere'],
    params: run,
    unrecorded: 'tried without a body; agent-runs.spec.ts sends one',
  },
  'POST /api/agent/secret': { may: agents },
  'PUT /api/agent/secret': { may: agents, unrecorded: 'confirms the secret that the row above recorded' },
};
