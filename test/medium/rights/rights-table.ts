import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_BOOK_ACCOUNTS } from '@pandafab/domain';
import { FIRST_SETTINGS } from '../../../apps/server/src/money/reminders/first-settings';
import { sellerSettings } from '../fixtures/billing-seller';
import { tariffRates } from '../fixtures/billing-world';
import {
  accountants,
  administrators,
  agents,
  anyLabStaff,
  everybody,
  labStaff,
  own,
  people,
  readersOfHere,
  seeTheJob,
  staff,
  trainers,
} from './callers';
import { PROJECT_RIGHTS } from './project-rights';
import { REPORT_RIGHTS } from './report-rights';
import type { Right } from './right';
import { line, type RightsWorld } from './rights-world';
import { SESSION_RIGHTS } from './session-rights';
import { lab, member, newMember, organisation } from './subjects';
import { VISIT_RIGHTS } from './visit-rights';

/** Built by the set-up of the tests. */
const ASSETS = join(__dirname, '../../../dist/web/assets');

const spare = ({ spare }: RightsWorld) => ({ id: spare.labId });
const machine = ({ here }: RightsWorld) => ({ id: here.machineId });
const spareMachine = ({ spare }: RightsWorld) => ({ id: spare.machineId });
const spool = ({ here }: RightsWorld) => ({ id: here.spoolId });
const job = (world: RightsWorld) => ({ id: world.job.id });
const batch = (world: RightsWorld) => ({ id: world.job.batchId });
const upload = ({ upload: { id } }: RightsWorld) => ({ id });
const newUpload = async (world: RightsWorld) => ({ id: (await world.newUpload()).id });
const choice = ({ here }: RightsWorld) => `?labId=${here.labId}`;
const run = (world: RightsWorld) => ({ id: world.runId });
const newAccount = async (world: RightsWorld) => ({ id: (await world.newAccount()).id });
/** Wide enough for the seller's settings to be in force at its end. */
const period = '?from=2020-01-01&to=2035-12-31';
const allWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
/** Of days long after the tests. */
const newClosure = () => {
  const lastDay = new Date(Date.UTC(2040, 0) + Math.floor(Math.random() * 1e12)).toISOString().slice(0, 10);
  return { firstDay: lastDay, lastDay, reason: 'Travaux' };
};
const closure = async ({ chain, here }: RightsWorld) => ({
  id: here.labId,
  closureId: (await chain.post<{ id: string }>(`/labs/${here.labId}/closures`, newClosure())).id,
});
const maintained = ({ chain, here }: RightsWorld, part: string, body: object) =>
  chain.post<{ windows: { id: string }[]; rules: { id: string }[] }>(
    `/machines/${here.machineId}/maintenance/${part}`,
    body,
    200,
  );
const offer = { offered: true, longestHours: 4, hoursPerWeek: 168, daysAhead: 30, version: 0 };
/** A machine of `spare`, whose lab offers bookings: free at the time below. */
const bookableMachine = async ({ chain, spare }: RightsWorld) => {
  const path = `/labs/${spare.labId}/booking-rules`;
  const { body } = await chain.admin.get<{ version: number }>(`/api/v1${path}`);
  await chain.put(path, { ...offer, version: body.version });
  return { id: (await chain.addMachine(spare.labId, { name: `B${Math.random()}` })).id };
};
const bookingTime = () => {
  const from = Math.ceil(Date.now() / 3_600_000 + 1) * 3_600_000;
  return { from: new Date(from).toISOString(), until: new Date(from + 3_600_000).toISOString() };
};
const bookingFeed = async ({ people: { maker } }: RightsWorld) => {
  const { body } = await maker.client.post<{ id: string; url: string }>('/api/v1/me/booking-feeds', {});
  const { id, url } = body;
  return { feedId: id, url };
};
const newArticle = {
  ...{ nameFr: 'Journée de formation', nameEn: 'Training day', unit: 'DAY', unitPrice: '480' },
  ...{ activity: 'training', nature: 'services' },
};
const article = ({ chain }: RightsWorld) => chain.post<{ id: string }>('/articles', newArticle);
const archivedArticle = async (world: RightsWorld) => {
  const { id } = await article(world);
  await world.chain.post(`/articles/${id}/archive`, {}, 200);
  return { id };
};
const prestation = async (world: RightsWorld) => ({ id: await world.newPrestation() });
const invoice = async (world: RightsWorld) => ({ id: await world.newInvoice() });
const moved = { cents: 1, paidOn: '2026-01-02', means: 'cash' };
const why = () => ({ reason: 'Erreur de saisie' });
const policy = { cancelledByMaker: 'nothing', cancelledByStaff: 'nothing', failed: 'nothing' };
/** A cent on the account of the maker. */
const topUp = async (world: RightsWorld) => {
  const { id } = member(world);
  await world.chain.post(`/member-accounts/${id}/top-ups`, { cents: 1, means: 'cash' });
  const { body } = await world.chain.admin.get<{ items: { id: string }[] }>(
    `/api/v1/member-accounts/${id}/entries`,
  );
  return { id, entryId: body.items[0]?.id ?? '' };
};
const nothingToInvoice = 'nothing is charged here; member-accounts/accounts.ts makes invoices';
/** The last one that was made: a body is made after its parameters. */
let lastPayment = { id: '', documentId: '', organisationId: '' };
const payment = async (world: RightsWorld) => {
  lastPayment = await world.newPayment();
  return lastPayment;
};
const bankLine = (world: RightsWorld) => world.newBankLine();
const paymentOf = () => ({ ...moved, organisationId: lastPayment.organisationId });
const draft = async (world: RightsWorld) => ({ id: await world.newDraft('invoice') });
const quote = async (world: RightsWorld) => ({ id: await world.newQuote() });
const newMachine = async (world: RightsWorld) => ({
  id: (await world.chain.addMachine(world.here.labId, { name: `M${Math.random()}` })).id,
});
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

const slicerRequest = async ({ server, here }: RightsWorld) => {
  const path = `/s/${here.labId}/plugin/appkeys/request`;
  const asked = await server
    .anonymous()
    .request<{ auth_dialog: string }>('POST', path, { body: { app: 'Cura' } });
  return { id: asked.body.auth_dialog.split('/').at(-1) ?? '' };
};

const payingMember = async (world: RightsWorld) => {
  const id = await world.newMember();
  await world.chain.put(`/members/${id}/billing-identity`, payer);
  return { id };
};
const payer = { name: 'Ana Petit', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
const chosen = { code: 'x', password: 'a heron counts seven lamps' };
const newCode = () => `k${Math.random().toString(36).slice(2, 10)}`;
const newCategory = () => ({
  code: newCode(),
  nameFr: `Catégorie ${Math.random()}`,
  nameEn: `Category ${Math.random()}`,
  tariff: 'member',
  position: 50,
});
const category = async (world: RightsWorld) =>
  world.chain.post<{ code: string }>('/categories', newCategory()).then(({ code }) => ({ code }));
const filament = async (world: RightsWorld) => {
  const kind = { material: 'PLA', brand: 'X', colour: 'red', densityGramsPerCm3: 1.24 };
  return { id: (await world.chain.post<{ id: string }>('/filaments', kind)).id };
};
const tariff = async (world: RightsWorld) => {
  const rates = { name: `Tarif ${Math.random()}`, rates: tariffRates };
  return { id: (await world.chain.post<{ id: string }>('/tariffs', rates)).id };
};
const group = (world: RightsWorld) => ({ id: world.groupId });
const contact = async (world: RightsWorld) => {
  const id = await world.newOrganisation();
  const made = await world.chain.post<{ id: string }>(`/organisations/${id}/contacts`, {
    name: 'Mme Durand',
  });
  return { id, contactId: made.id };
};
/** One black pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
const logoForm = () => {
  const data = new FormData();
  data.set('file', new Blob([Buffer.from(PIXEL, 'base64')]), 'logo.png');
  return data;
};
const logo = async ({ chain }: RightsWorld) => {
  const { body } = await chain.admin.post<{ sha256: string }>('/api/v1/settings/seller/logo', logoForm());
  return { sha256: body.sha256 };
};
const memberFile = () => {
  const data = new FormData();
  data.set('dryRun', 'false');
  data.set('file', new Blob([`nom;e-mail\nLina Petit;l${Math.random()}@example.org\n`]), 'members.csv');
  return data;
};

/**
 * Every route of the service. A route that is not here fails the test, and so does one that is here and nowhere else.
 */
export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /': { may: everybody },
  'POST /': { may: [] },
  'GET /public-pages.css': { may: everybody },
  // The web app is the same for every caller; without a session the server redirects to the sign-in page.
  'GET /assets/*': { may: everybody, params: () => ({ '*': readdirSync(ASSETS)[0] ?? 'missing' }) },
  'GET /submit': { may: everybody },
  'GET /jobs': { may: everybody },
  'GET /jobs/:id': { may: everybody, params: job },
  'GET /lab-jobs': { may: everybody },
  'GET /queue': { may: everybody },
  'GET /start': { may: everybody },
  'GET /machines/:id': { may: everybody, params: machine },
  'GET /spools': { may: everybody },
  'GET /members': { may: everybody },
  'GET /agenda': { may: everybody },
  'GET /agenda/:id': { may: everybody },
  'GET /settings': { may: everybody },
  'GET /settings/:page': { may: everybody },
  'GET /settings/:page/:id': { may: everybody },
  'GET /prestations': { may: everybody },
  'GET /prestations/:id': { may: everybody, params: prestation },
  'GET /documents': { may: everybody },
  'GET /documents/:id': { may: everybody, params: invoice },
  'GET /billing': { may: everybody },
  'GET /billing/exports': { may: everybody },
  'GET /billing/bank': { may: everybody },
  'GET /balance': { may: everybody },
  'GET /member-accounts': { may: everybody },
  'GET /member-accounts/:id': { may: everybody },
  'GET /billing/payments': { may: everybody },
  'GET /billing/payments/:id': { may: everybody },
  'GET /billing/reminders': { may: everybody },
  'GET /billing/balances': { may: everybody },
  'GET /billing/cash': { may: everybody },
  'GET /billing/closures': { may: everybody },
  'GET /usage': { may: everybody },
  'GET /account': { may: everybody },
  'GET /notices': { may: everybody },
  'GET /slicers': { may: everybody },
  'GET /slicers/:id': { may: everybody },
  'GET /sessions': { may: everybody },
  'GET /design': { may: everybody },
  'GET /setup': { may: [] },
  'POST /setup': { may: [] },
  'POST /sign-out': { may: everybody, unrecorded: 'ends one’s own session' },
  'GET /forgotten': { may: everybody },
  'POST /forgotten': {
    may: everybody,
    body: () => new URLSearchParams({ email: 'someone@example.org' }),
    unrecorded: 'no account is known to have done it; the mail that is sent is kept',
  },
  'GET /password': { may: [] },
  'POST /password': { may: [] },
  'GET /register': { may: everybody },
  'POST /register': {
    may: everybody,
    body: ({ here }) =>
      new URLSearchParams({ labId: here.labId, displayName: 'New', email: 'new@example.org' }),
    unrecorded: 'nothing is made before the link is followed',
  },
  'GET /email': { may: [] },
  'POST /email': { may: [] },
  'GET /programme': { may: everybody },
  'GET /p/:token': { may: everybody, params: (world) => world.newClientPage() },
  'POST /p/:token/accept': {
    may: everybody,
    params: (world) => world.newClientPage(),
    unrecorded: 'an empty form is shown again; test/medium/orders/client-page.ts accepts a quote',
  },
  'POST /p/:token/refuse': {
    may: everybody,
    params: (world) => world.newClientPage(),
    unrecorded: 'an empty form is shown again; test/medium/orders/client-page.ts refuses a quote',
  },
  'POST /p/:token/pay': { may: [], params: () => ({ token: 'none' }) },
  'GET /p/:token/documents/:file': { may: [], params: () => ({ token: 'none', file: 'none.pdf' }) },
  'GET /unsubscribe/:token': { may: [], params: () => ({ token: 'none' }) },
  'POST /unsubscribe/:token': { may: [], params: () => ({ token: 'none' }) },
  'GET /api/health/live': { may: everybody },
  'GET /api/health/ready': { may: everybody },
  'GET /api/openapi.json': { may: people },

  'POST /api/v1/auth/login': { may: [], body: () => ({ email: 'a@b.fr', password: 'x' }) },
  'POST /api/v1/auth/logout': { may: people, unrecorded: 'ends one’s own session' },
  'POST /api/v1/auth/invitation': { may: [], body: () => chosen },
  'GET /api/v1/auth/registration-labs': { may: everybody },
  'POST /api/v1/auth/register': {
    may: everybody,
    body: ({ here }) => ({ labId: here.labId, displayName: 'New', email: 'new@example.org' }),
    unrecorded: 'nothing is made before the link is followed',
  },
  'POST /api/v1/auth/registration': { may: [], body: () => chosen },
  'POST /api/v1/auth/forgotten': {
    may: everybody,
    body: () => ({ email: 'someone@example.org' }),
    unrecorded: 'no account is known to have done it; the mail that is sent is kept',
  },
  'POST /api/v1/auth/password-reset': { may: [], body: () => chosen },
  // A person who is signed in must still give the password: account-mails/password.ts tests that.
  'POST /api/v1/auth/password': { may: [], body: () => ({ current: 'x', next: chosen.password }) },
  'POST /api/v1/auth/email': { may: [], body: () => ({ email: 'other@example.org', password: 'x' }) },
  'POST /api/v1/auth/email-confirmation': { may: [], body: () => ({ code: 'x' }) },
  'GET /api/v1/sessions': { may: people },
  'DELETE /api/v1/sessions': {
    may: people,
    unrecorded: 'there is no other session here; accounts/sessions.ts',
  },
  'DELETE /api/v1/sessions/:id': { may: own, params: async (world) => ({ id: await world.newSession() }) },
  'POST /api/v1/setup': {
    may: [],
    body: () => ({
      code: 'x',
      displayName: 'First',
      email: 'first@example.org',
      password: 'a heron counts seven lamps',
    }),
  },
  'GET /api/v1/notices': { may: people },
  'GET /api/v1/notices/unread': { may: people },
  'POST /api/v1/notices/read': { may: people, unrecorded: 'reading is not recorded' },
  'POST /api/v1/notices/:id/read': {
    may: [],
    params: () => ({ id: '01a20d8a-8d61-7bac-b1f5-c480d5ba57b1' }),
  },
  'GET /api/v1/notices/choices': { may: people },
  'PUT /api/v1/notices/choices': {
    may: people,
    body: () => ({ items: [{ kind: 'job.done', mail: false }] }),
  },
  'GET /api/v1/me': { may: people },
  'PATCH /api/v1/me': { may: people, body: () => ({ phone: `0380${Math.floor(Math.random() * 1e6)}` }) },
  'GET /api/v1/me/export': { may: people },
  'GET /api/v1/me/bookings': { may: people },
  'GET /api/v1/me/booking-feeds': { may: people },
  'POST /api/v1/me/booking-feeds': { may: people, body: () => ({}) },
  'DELETE /api/v1/me/booking-feeds/:feedId': { may: people, params: bookingFeed },
  'GET /api/v1/calendars/:token': {
    may: everybody,
    params: async (world) => ({ token: (await bookingFeed(world)).url.split('/').at(-1) ?? '' }),
  },
  'GET /api/v1/me/wards': { may: people },
  'GET /api/v1/me/groups': { may: people },
  'GET /api/v1/me/inductions': { may: people },
  'GET /api/v1/me/billing-identity': { may: people },
  'PUT /api/v1/me/billing-identity': { may: people, body: () => payer },
  'DELETE /api/v1/me/billing-identity': { may: people },
  'GET /api/v1/me/profile': { may: people },
  'PUT /api/v1/me/profile': { may: people, body: () => ({ birthYear: 1990 }) },
  'DELETE /api/v1/me/profile': { may: people },
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
  'GET /api/v1/members/:id/residency': { may: readersOfHere, params: member },
  'GET /api/v1/members/:id/billing-identity': { may: readersOfHere, params: payingMember },
  'PUT /api/v1/members/:id/billing-identity': { may: labStaff, params: newMember, body: () => payer },
  'DELETE /api/v1/members/:id/billing-identity': { may: labStaff, params: payingMember },
  'GET /api/v1/members/:id/profile': { may: labStaff, params: member },
  'PUT /api/v1/members/:id/profile': { may: labStaff, params: newMember, body: () => ({ birthYear: 1990 }) },
  'DELETE /api/v1/members/:id/profile': {
    may: labStaff,
    params: async (world) => {
      const id = await world.newMember();
      await world.chain.put(`/members/${id}/profile`, { birthYear: 1990 });
      return { id };
    },
  },
  'POST /api/v1/members/:id/invitation': {
    may: labStaff,
    params: newMember,
    body: () => ({ email: `i${Math.random()}@example.org` }),
  },
  'POST /api/v1/members/:id/password-link': {
    may: labStaff,
    params: async (world) => ({ id: (await world.newAccount()).memberId }),
  },
  'GET /api/v1/members/:id/inductions': {
    may: ['trainerHere', 'managerHere', 'administrator'],
    params: member,
  },
  'POST /api/v1/members/:id/inductions': {
    may: trainers,
    params: newMember,
    body: ({ here }) => ({ kind: 'printer', labId: here.labId }),
  },
  'POST /api/v1/inductions/:id/withdraw': {
    may: trainers,
    params: async (world) => {
      const { id } = await newMember(world);
      const body = { kind: 'printer', labId: world.here.labId };
      return { id: (await world.chain.post<{ id: string }>(`/members/${id}/inductions`, body)).id };
    },
    body: () => ({ reason: 'another course is needed' }),
  },
  'POST /api/v1/members/imports': { may: administrators, body: () => memberFile() },
  'GET /api/v1/members/imports': { may: administrators },
  'POST /api/v1/members/imports/:id/undo': {
    may: administrators,
    params: async (world) => {
      const { body } = await world.admin.post<{ importId: string }>('/api/v1/members/imports', memberFile());
      return { id: body.importId };
    },
  },
  'GET /api/v1/members/export': { may: administrators },
  'GET /api/v1/categories': { may: people },
  'POST /api/v1/categories': { may: administrators, body: () => newCategory() },
  'PATCH /api/v1/categories/:code': {
    may: administrators,
    params: category,
    body: () => ({ nameFr: `Nom ${Math.random()}` }),
  },
  'POST /api/v1/categories/:code/retire': { may: administrators, params: category },
  'POST /api/v1/categories/:code/restore': {
    may: administrators,
    params: async (world) => {
      const { code } = await category(world);
      await world.chain.post(`/categories/${code}/retire`, {}, 200);
      return { code };
    },
  },
  'GET /api/v1/groups': {
    may: [...staff, 'trainerHere', 'trainerThere'],
    query: '?limit=200',
    shows: { text: (world) => world.groupId, to: readersOfHere },
  },
  'POST /api/v1/groups': { may: labStaff, body: ({ here }) => ({ name: 'CM2', labId: here.labId }) },
  'GET /api/v1/groups/:id': { may: readersOfHere, params: group },
  'PATCH /api/v1/groups/:id': {
    may: labStaff,
    params: group,
    body: () => ({ name: `CM2 ${Math.random()}` }),
  },
  'POST /api/v1/groups/:id/archive': {
    may: labStaff,
    params: async (world) => ({ id: await world.newGroup() }),
  },
  'PUT /api/v1/groups/:id/people/:memberId': {
    may: labStaff,
    params: async (world) => ({ id: world.groupId, memberId: await world.newMember() }),
    body: () => ({ leads: true }),
  },
  'DELETE /api/v1/groups/:id/people/:memberId': {
    may: labStaff,
    params: async (world) => {
      const memberId = await world.newMember();
      await world.chain.put(`/groups/${world.groupId}/people/${memberId}`, { leads: false });
      return { id: world.groupId, memberId };
    },
  },
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
  'GET /api/v1/accounts': {
    may: administrators,
    query: '?limit=200&search=test.invalid',
    shows: { text: (world) => world.people.maker.memberId, to: administrators },
  },
  'GET /api/v1/accounts/tokens': { may: administrators },
  'DELETE /api/v1/accounts/tokens/:id': { may: administrators, params: ownToken },
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
    may: accountants,
    body: () => ({ name: 'Atelier', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' }),
  },
  'GET /api/v1/organisations/:id': { may: staff, params: organisation },
  'PATCH /api/v1/organisations/:id': {
    may: accountants,
    params: organisation,
    body: () => ({ city: 'Talant' }),
  },
  'GET /api/v1/organisations/:id/contacts': { may: staff, params: organisation },
  'POST /api/v1/organisations/:id/contacts': {
    may: accountants,
    params: organisation,
    body: () => ({ name: 'Mme Durand' }),
  },
  'PATCH /api/v1/organisations/:id/contacts/:contactId': {
    may: accountants,
    params: contact,
    body: () => ({ name: 'M. Durand' }),
  },
  'DELETE /api/v1/organisations/:id/contacts/:contactId': { may: accountants, params: contact },
  'GET /api/v1/audit': { may: administrators },
  'GET /api/v1/audit/actions': { may: administrators },
  'GET /api/v1/mail': { may: administrators },
  'POST /api/v1/mail/test': { may: administrators },
  'GET /api/v1/service': { may: administrators },

  'GET /api/v1/labs': { may: people },
  'POST /api/v1/labs': { may: administrators, body: () => ({ name: 'Another' }) },
  'GET /api/v1/labs/:id/hours': { may: people, params: lab },
  'PUT /api/v1/labs/:id/hours': {
    may: labStaff,
    params: spare,
    body: () => ({ week: allWeek, version: 0 }),
  },
  'GET /api/v1/labs/:id/closures': { may: people, params: lab },
  'POST /api/v1/labs/:id/closures': {
    may: labStaff,
    params: lab,
    body: newClosure,
  },
  'DELETE /api/v1/labs/:id/closures/:closureId': { may: labStaff, params: closure },
  'GET /api/v1/labs/:id/booking-rules': { may: people, params: lab },
  'PUT /api/v1/labs/:id/booking-rules': { may: labStaff, params: spare, body: () => offer },
  'POST /api/v1/labs/:id/release': {
    may: labStaff,
    params: lab,
    body: () => ({ since: new Date(0).toISOString() }),
    unrecorded: 'no lab is held here; recovery/restored.ts proves it',
  },
  'PATCH /api/v1/labs/:id': {
    may: administrators,
    params: spare,
    body: () => ({ name: `Lab ${Math.random()}` }),
  },
  'POST /api/v1/labs/:id/agent': { may: administrators, params: spare },
  'DELETE /api/v1/labs/:id/agent': { may: administrators, params: spare },
  'POST /api/v1/labs/:id/agent/secret-renewal': { may: administrators, params: lab },
  'POST /api/v1/labs/:id/enrolment-codes': { may: administrators, params: spare },
  'POST /api/v1/enrol': { may: [], body: () => ({ code: 'AAAA-BBBB-CCCC' }) },
  'GET /api/v1/installation': { may: administrators },
  'GET /api/v1/labs/:id/ports': { may: labStaff, params: lab },
  'POST /api/v1/labs/:id/ports/look': {
    may: labStaff,
    params: lab,
    unrecorded: 'it asks the lab’s computer for its ports, and changes nothing',
  },
  'GET /api/v1/labs/:id/machines': { may: people, params: lab },
  'POST /api/v1/labs/:id/machines': {
    may: labStaff,
    params: spare,
    body: () => ({
      ...{ name: 'B', profileId: 'marlin-2', address: '/dev/null' },
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
  'POST /api/v1/machines/:id/retire': { may: labStaff, params: newMachine },
  'POST /api/v1/machines/:id/restore': {
    may: labStaff,
    params: async (world) => {
      const made = await newMachine(world);
      await world.chain.post(`/machines/${made.id}/retire`, {}, 200);
      return made;
    },
  },
  'GET /api/v1/machines/:id/changes': { may: labStaff, params: machine },
  'GET /api/v1/machines/:id/events': { may: labStaff, params: machine },
  'GET /api/v1/machines/:id/console': { may: labStaff, params: machine },
  'PUT /api/v1/machines/:id/spool': { may: labStaff, params: spareMachine, body: () => ({ spoolId: null }) },
  'POST /api/v1/machines/:id/bed-clear': { may: labStaff, params: spareMachine },
  'POST /api/v1/machines/:id/ready': { may: labStaff, params: spareMachine },
  'POST /api/v1/machines/:id/emergency-stop': { may: labStaff, params: machine },
  'DELETE /api/v1/machines/:id/emergency-stop': {
    may: labStaff,
    params: machine,
    unrecorded: 'no stop is on its way here; outages/emergency-stop.ts proves it',
  },
  'POST /api/v1/machines/:id/answer': {
    may: labStaff,
    params: machine,
    body: () => ({ request: 1, button: 0 }),
    unrecorded: 'the machine asks nothing here; machines/attention.ts proves it',
  },
  'GET /api/v1/machines/:id/free-hours': { may: people, params: machine, query: '?day=2026-12-01' },
  'GET /api/v1/machines/:id/bookings': { may: people, params: machine },
  'POST /api/v1/machines/:id/bookings': {
    may: people,
    params: bookableMachine,
    body: bookingTime,
  },
  'DELETE /api/v1/bookings/:id': {
    may: ['maker', ...labStaff],
    params: async (world) => {
      const { client } = world.people.maker;
      const { id } = await bookableMachine(world);
      return {
        id: (await client.post<{ id: string }>(`/api/v1/machines/${id}/bookings`, bookingTime())).body.id,
      };
    },
  },
  'GET /api/v1/machines/:id/maintenance': { may: labStaff, params: machine },
  'POST /api/v1/machines/:id/maintenance/windows': {
    may: labStaff,
    params: machine,
    body: () => ({ from: '2040-01-01T08:00:00Z', until: '2040-01-01T09:00:00Z', reason: 'Courroies' }),
  },
  'DELETE /api/v1/machines/:id/maintenance/windows/:windowId': {
    may: labStaff,
    params: async (world) => {
      const body = { from: '2040-01-02T08:00:00Z', until: '2040-01-02T09:00:00Z', reason: 'Courroies' };
      const { windows } = await maintained(world, 'windows', body);
      return { ...machine(world), windowId: windows[0]?.id ?? '' };
    },
  },
  'POST /api/v1/machines/:id/maintenance/entries': {
    may: labStaff,
    params: machine,
    body: () => ({ words: 'Buse changée' }),
  },
  'POST /api/v1/machines/:id/maintenance/rules': {
    may: labStaff,
    params: machine,
    body: () => ({ what: 'Graisser', everyHours: 100 }),
  },
  'DELETE /api/v1/machines/:id/maintenance/rules/:ruleId': {
    may: labStaff,
    params: async (world) => {
      const { rules } = await maintained(world, 'rules', { what: 'Graisser', everyHours: 100 });
      return { ...machine(world), ruleId: rules.at(-1)?.id ?? '' };
    },
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

  'GET /api/v1/machine-kinds': { may: people },
  'POST /api/v1/machine-kinds': {
    may: administrators,
    body: () => ({ code: newCode(), nameFr: 'Fraiseuse', nameEn: 'Mill', inductionRequired: true }),
  },
  'PATCH /api/v1/machine-kinds/:code': {
    may: administrators,
    params: () => ({ code: 'printer' }),
    body: () => ({ nameEn: `Printer ${Math.random()}` }),
  },
  'GET /api/v1/profiles': { may: anyLabStaff },
  'GET /api/v1/filaments': { may: anyLabStaff },
  'PATCH /api/v1/filaments/:id': {
    may: anyLabStaff,
    params: filament,
    body: () => ({ colour: `colour ${Math.random()}` }),
  },
  'POST /api/v1/filaments/:id/retire': { may: anyLabStaff, params: filament },
  'POST /api/v1/filaments/:id/restore': {
    may: anyLabStaff,
    params: async (world) => {
      const { id } = await filament(world);
      await world.chain.post(`/filaments/${id}/retire`, {}, 200);
      return { id };
    },
  },
  'POST /api/v1/filaments': {
    may: anyLabStaff,
    body: () => ({ material: 'PLA', brand: 'X', colour: 'red', densityGramsPerCm3: 1.24 }),
  },
  'GET /api/v1/labs/:id/spools': { may: labStaff, params: lab },
  'GET /api/v1/labs/:id/colours': { may: people, params: lab },
  'GET /api/v1/labs/:id/approval-rules': { may: people, params: lab },
  'GET /api/v1/labs/:id/forecast-accuracy': { may: people, params: lab },
  'PUT /api/v1/labs/:id/approval-rules': {
    may: labStaff,
    params: lab,
    body: () => ({
      firstJobs: null,
      longerThanHours: 500 + Math.random(),
      costOverCents: null,
      materials: [],
    }),
  },
  'GET /api/v1/labs/:id/queue-weights': { may: people, params: lab },
  'PUT /api/v1/labs/:id/queue-weights': {
    may: labStaff,
    params: lab,
    body: () => ({ fairShare: 1 + Math.random() }),
  },
  'POST /api/v1/labs/:id/queue-weights/preview': {
    may: labStaff,
    params: lab,
    body: () => ({ fairShare: 2 }),
    unrecorded: 'nothing is written: it only says what weights would do',
  },
  'GET /api/v1/labs/:id/wanted-changes': { may: labStaff, params: lab },
  'GET /api/v1/machines/:id/why': { may: labStaff, params: machine },
  'GET /api/v1/labs/:id/materials': { may: people, params: lab },
  'POST /api/v1/machines/:id/power-cycle': {
    may: labStaff,
    params: machine,
    unrecorded: 'no machine is virtual here; test/e2e/web/stories/material.ts proves it',
  },
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

  'GET /api/v1/search': {
    may: people,
    query: (world) => `?q=${world.job.id}`,
    shows: { text: (world) => world.job.id, to: seeTheJob },
  },
  'GET /api/v1/jobs': { may: people, shows: { text: (world) => world.job.id, to: seeTheJob } },
  'POST /api/v1/jobs': { may: people, body: (world) => world.submission() },
  'POST /api/v1/uploads': {
    may: people,
    body: (world) => world.submission(),
    unrecorded: 'only its sender sees it, and it is deleted within a day',
  },
  'GET /api/v1/uploads': { may: people, shows: { text: (world) => world.upload.id, to: own } },
  'GET /api/v1/uploads/:id': { may: own, params: upload },
  'GET /api/v1/uploads/:id/preview': { may: own, params: upload, query: choice },
  'GET /api/v1/uploads/:id/thumbnail': { may: own, params: upload },
  'POST /api/v1/uploads/:id/jobs': {
    may: own,
    params: newUpload,
    body: ({ here }) => ({ labId: here.labId }),
  },
  'DELETE /api/v1/uploads/:id': {
    may: own,
    params: newUpload,
    unrecorded: 'only its sender saw it',
  },
  'GET /api/v1/slicer-addresses': { may: people },
  'GET /api/v1/slicer-requests/:id': { may: people, params: slicerRequest },
  'POST /api/v1/slicer-requests/:id/decision': {
    may: people,
    params: slicerRequest,
    body: () => ({ allow: false }),
    unrecorded: 'the token is recorded when the slicer gets it',
  },
  // Slicers: every address below goes through the same check of the token.
  'GET /s/*': { may: people, params: ({ here }) => ({ '*': `${here.labId}/api/version` }) },
  'POST /s/*': {
    may: people,
    params: ({ here }) => ({ '*': `${here.labId}/api/login` }),
    unrecorded: 'signs in nothing: it answers a question of Cura',
  },
  'PUT /s/*': {
    may: people,
    params: ({ here }) => ({ '*': `${here.labId}/api/v1/files/local/part.gcode` }),
    body: () => ({ not: 'G-code' }),
    unrecorded: 'only its sender sees it, and it is deleted within a day',
  },
  'GET /api/v1/jobs/:id': { may: seeTheJob, params: job },
  'GET /api/v1/jobs/:id/why': { may: seeTheJob, params: job },
  'GET /api/v1/jobs/:id/thumbnail': {
    may: ['maker', 'managerHere', 'billing', 'administrator'],
    params: job,
  },
  'POST /api/v1/jobs/:id/cancel': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).id }),
  },
  'POST /api/v1/jobs/:id/material': {
    may: ['maker', 'managerHere', 'billing', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).id }),
    body: () => ({ material: 'PLA' }),
  },
  'POST /api/v1/jobs/:id/redo': {
    may: ['maker', 'administrator'],
    params: async (world) => ({ id: await world.stoppedJob() }),
  },
  'PATCH /api/v1/jobs/:id/queue': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).id }),
    body: () => ({ version: 0, tags: ['big'] }),
  },
  'POST /api/v1/jobs/:id/here': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).id }),
  },
  'GET /api/v1/batches/:id': { may: seeTheJob, params: batch },
  'PATCH /api/v1/batches/:id/queue': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).batchId }),
    body: () => ({ version: 0, tags: ['big'] }),
  },
  'POST /api/v1/batches/:id/cancel': {
    may: ['maker', 'managerHere', 'administrator'],
    params: async (world) => ({ id: (await world.waitingJob()).batchId }),
  },
  'POST /api/v1/batches/:id/spread': {
    may: labStaff,
    params: async (world) => ({ id: (await world.waitingJob()).batchId }),
    body: ({ spare }) => ({ version: 0, machineIds: [spare.machineId] }),
  },
  'GET /api/v1/runs/:id/transcript': { may: [], params: run },
  'POST /api/v1/runs/:id/command': { may: labStaff, params: run, body: () => ({ action: 'pause' }) },

  'GET /api/v1/usage-records': { may: accountants },
  'GET /api/v1/usage-records/mine': { may: people },
  'GET /api/v1/tariffs': { may: staff },
  'POST /api/v1/tariffs': { may: accountants, body: () => ({ name: 'Autre', rates: tariffRates }) },
  'POST /api/v1/tariffs/calculation': {
    may: staff,
    body: () => ({ rates: tariffRates, seconds: 60, materials: [] }),
    unrecorded: 'calculates, and changes nothing',
  },
  'GET /api/v1/tariffs/:id/versions': { may: staff, params: tariff },
  'GET /api/v1/settings/seller': { may: accountants },
  'GET /api/v1/settings/seller/versions': { may: accountants },
  'PUT /api/v1/settings/seller': { may: accountants, body: () => sellerSettings },
  'GET /api/v1/prestations': { may: accountants },
  'GET /api/v1/prestations/summary': { may: accountants },
  'GET /api/v1/prestations/open': { may: staff },
  'POST /api/v1/prestations': {
    may: accountants,
    body: (world) => ({ organisationId: world.organisationId, title: 'Supports' }),
  },
  'GET /api/v1/prestations/:id': { may: accountants, params: prestation },
  'GET /api/v1/prestations/board': { may: accountants },
  'GET /api/v1/prestations/responsibles': { may: accountants },
  'POST /api/v1/prestations/calculation': {
    may: accountants,
    body: () => ({ lines: [] }),
    unrecorded: 'calculates, and changes nothing',
  },
  'PATCH /api/v1/prestations/:id': {
    may: accountants,
    params: prestation,
    body: () => ({ title: `Pièces ${Math.random()}` }),
  },
  'POST /api/v1/prestations/:id/state': {
    may: accountants,
    params: prestation,
    body: () => ({ event: 'confirm' }),
  },
  'GET /api/v1/prestations/:id/share-links': { may: accountants, params: prestation },
  'POST /api/v1/prestations/:id/share-links': { may: accountants, params: prestation },
  'DELETE /api/v1/prestations/:id/share-links/:linkId': {
    may: accountants,
    params: (world) => world.newShareLink(),
  },
  'GET /api/v1/chain/verification': { may: accountants },
  'POST /api/v1/chain/verification': { may: accountants, body: () => ({}) },
  'POST /api/v1/prestations/:id/lines': { may: accountants, params: prestation, body: () => line },
  'PUT /api/v1/prestations/:id/lines': {
    may: accountants,
    params: prestation,
    body: () => ({ version: 0, lines: [{ ...line, kind: 'typed' }] }),
  },
  'PUT /api/v1/prestations/:id/stages': {
    may: accountants,
    params: prestation,
    body: () => ({ version: 0, stages: [{ name: 'Tournage' }] }),
  },
  'GET /api/v1/articles': { may: accountants },
  'POST /api/v1/articles': { may: accountants, body: () => newArticle },
  'GET /api/v1/articles/:id': { may: accountants, params: article },
  'PATCH /api/v1/articles/:id': {
    may: accountants,
    params: article,
    body: () => ({ unitPrice: (100 + Math.random()).toFixed(4) }),
  },
  'POST /api/v1/articles/:id/archive': { may: accountants, params: article },
  'POST /api/v1/articles/:id/restore': { may: accountants, params: archivedArticle },
  'GET /api/v1/prestations/:id/documents': { may: accountants, params: prestation },
  'POST /api/v1/prestations/:id/documents': {
    may: accountants,
    params: async (world) => ({ id: await world.newPrestation(true) }),
    body: () => ({ kind: 'invoice', request: {} }),
  },
  'GET /api/v1/prestations/:id/parts': {
    may: accountants,
    params: async (world) => ({ id: await world.newPrestation(true) }),
    query: '?percent=30',
  },
  'POST /api/v1/prestations/:id/price-with-tax': {
    may: accountants,
    params: prestation,
    body: () => ({ grossCents: 12_000, quantity: '3' }),
    unrecorded: 'calculates, and changes nothing',
  },
  'GET /api/v1/organisations/:id/figures': {
    may: accountants,
    params: async (world) => ({ id: world.organisationId }),
  },
  'GET /api/v1/documents': { may: accountants },
  'GET /api/v1/payments': { may: accountants },
  'POST /api/v1/payments': { may: accountants, params: payment, body: paymentOf },
  'GET /api/v1/payments/:id': { may: accountants, params: payment },
  'POST /api/v1/payments/:id/allotments': {
    may: accountants,
    params: payment,
    body: () => ({ parts: [{ documentId: lastPayment.documentId, cents: 1 }] }),
  },
  'POST /api/v1/payments/:id/undo': { may: accountants, params: payment, body: why },
  'GET /api/v1/documents/:id/payments': { may: accountants, params: invoice },
  'POST /api/v1/documents/:id/overpaid': {
    may: accountants,
    params: (world) => world.newOverpaid(),
    body: why,
  },
  'POST /api/v1/organisations/:id/refunds': {
    may: accountants,
    params: async (world) => ({ id: (await payment(world)).organisationId }),
    body: () => ({ ...moved, ...why() }),
  },
  'GET /api/v1/bank/accounts': { may: accountants },
  'POST /api/v1/bank/previews': {
    may: accountants,
    body: (world) => world.bankFile(),
    unrecorded: 'reads a file, and stores nothing',
  },
  'GET /api/v1/bank/statements': { may: accountants },
  'POST /api/v1/bank/statements': { may: accountants, body: (world) => world.bankFile() },
  'GET /api/v1/bank/lines': { may: accountants },
  'GET /api/v1/bank/proposals': { may: accountants },
  'GET /api/v1/bank/payable-documents': { may: accountants },
  'POST /api/v1/bank/proposals/accept': {
    may: accountants,
    body: ({ organisationId }) => ({ lineIds: [organisationId] }),
    unrecorded: 'no such line is sure; payments/bank.ts books some',
  },
  'POST /api/v1/bank/lines/:id/accept': {
    may: accountants,
    params: bankLine,
    body: ({ organisationId }) => ({ organisationId }),
  },
  'POST /api/v1/bank/lines/:id/ignore': { may: accountants, params: bankLine, body: why },
  'POST /api/v1/bank/lines/:id/unignore': {
    may: accountants,
    params: async (world) => {
      const { id } = await world.newBankLine();
      await world.chain.post(`/bank/lines/${id}/ignore`, why(), 200);
      return { id };
    },
  },
  'GET /api/v1/organisations/:id/statement': { may: accountants, params: organisation },
  'GET /api/v1/organisations/:id/statement/pdf': { may: accountants, params: organisation },
  'GET /api/v1/billing/balances': { may: accountants },
  'GET /api/v1/closures': { may: accountants },
  'POST /api/v1/closures': {
    may: accountants,
    body: () => ({ period: '2020-01' }),
    unrecorded: 'no period of these books is over',
  },
  'GET /api/v1/archives/:year': { may: accountants, params: () => ({ year: '2020' }) },
  'GET /api/v1/reminders/due': { may: accountants },
  'POST /api/v1/reminders': {
    may: accountants,
    body: () => ({ items: [{ documentId: lastPayment.documentId, step: 'friendly', openCents: 1 }] }),
    unrecorded: 'no document is late here; payments/reminders.ts sends one',
  },
  'GET /api/v1/reminders/:id/letter': {
    may: accountants,
    params: async (world) => ({ id: await world.newReminder() }),
  },
  'GET /api/v1/documents/:id/reminders': { may: accountants, params: invoice },
  'GET /api/v1/documents/:id/payment-code': { may: accountants, params: invoice },
  'GET /api/v1/settings/reminders': { may: accountants },
  'GET /api/v1/settings/reminders/versions': { may: accountants },
  'PUT /api/v1/settings/reminders': { may: accountants, body: () => FIRST_SETTINGS },
  'GET /api/v1/cash-book': { may: accountants },
  'POST /api/v1/cash-book/counts': {
    may: accountants,
    body: () => ({ labId: null, day: '2026-01-02', countedCents: 1, reason: 'Pièce trouvée' }),
  },
  'GET /api/v1/settings/payment-means': { may: accountants },
  'PUT /api/v1/settings/payment-means': {
    may: accountants,
    body: () => ({ code: 'card', nameFr: 'Carte', nameEn: 'Card', account: '511500', isOffered: true }),
  },
  'GET /api/v1/settings/book-accounts': { may: accountants },
  'GET /api/v1/settings/book-accounts/versions': { may: accountants },
  'PUT /api/v1/settings/book-accounts': { may: accountants, body: () => DEFAULT_BOOK_ACCOUNTS },
  'GET /api/v1/exports/fec': { may: accountants, query: period },
  'GET /api/v1/exports/fec/description': { may: accountants, query: period },
  'GET /api/v1/exports/vat-report': { may: accountants, query: period },
  'GET /api/v1/exports/vat-report/csv': { may: accountants, query: period },
  'GET /api/v1/exports/e-reporting': { may: accountants, query: period },
  'GET /api/v1/exports/e-reporting/csv': { may: accountants, query: `${period}&part=sales` },
  'GET /api/v1/exports/lists/:list': { may: accountants, params: () => ({ list: 'documents' }) },
  'GET /api/v1/billing/figures': { may: accountants, query: '?from=2026-01&to=2026-12' },
  'GET /api/v1/documents/:id': { may: accountants, params: invoice },
  'PATCH /api/v1/documents/:id': {
    may: accountants,
    params: draft,
    body: () => ({ request: { note: 'Merci' } }),
    unrecorded: 'a draft is no document yet',
  },
  'DELETE /api/v1/documents/:id': { may: accountants, params: draft },
  'GET /api/v1/documents/:id/file/pdf': { may: accountants, params: invoice },
  'GET /api/v1/documents/:id/file/xml': { may: accountants, params: invoice },
  'GET /api/v1/documents/:id/preview': { may: accountants, params: draft },
  'GET /api/v1/documents/:id/preview.pdf': { may: accountants, params: draft },
  'POST /api/v1/documents/:id/issue': { may: accountants, params: draft },
  'POST /api/v1/documents/:id/send-quote': {
    may: accountants,
    params: async (world) => ({ id: await world.newDraft('quote') }),
  },
  'POST /api/v1/documents/:id/decision': {
    may: accountants,
    params: quote,
    body: () => ({ decision: 'accepted', how: 'phone', name: 'Ada' }),
  },
  'POST /api/v1/documents/:id/new-version': { may: accountants, params: quote },
  'GET /api/v1/documents/:id/mail-template': { may: accountants, params: invoice },
  'POST /api/v1/documents/:id/mail': {
    may: accountants,
    params: invoice,
    body: () => ({ to: 'client@example.org', subject: 'Facture', text: 'Bonjour' }),
  },
  'GET /api/v1/settings/numbering': { may: accountants },
  'PUT /api/v1/settings/numbering': { may: accountants, body: () => ({ series: [] }) },
  'POST /api/v1/settings/seller/logo': { may: accountants, body: () => logoForm() },
  'GET /api/v1/settings/seller/logo/:sha256': { may: accountants, params: logo },

  'GET /api/v1/me/account': { may: people },
  'POST /api/v1/me/account': { may: people },
  'GET /api/v1/me/account/entries': { may: people },
  'GET /api/v1/me/account/statement': { may: people },
  'GET /api/v1/me/account/statement/pdf': { may: people },
  'POST /api/v1/me/account/invoices': { may: people, body: () => ({}), unrecorded: nothingToInvoice },
  'GET /api/v1/me/account/invoices/:documentId/pdf': {
    may: [],
    params: async (world) => ({ documentId: (await invoice(world)).id }),
  },
  'GET /api/v1/me/account/card-payments': { may: people },
  'POST /api/v1/me/account/card-payments': {
    may: people,
    body: () => ({ cents: 500 }),
    unrecorded: 'card payments are off here; card-payments/card-payments.ts makes some',
  },
  'POST /api/v1/card-payments/webhook': {
    may: everybody,
    unrecorded: 'card payments are off here; card-payments/card-payments.ts sends messages',
  },
  'GET /api/v1/card-payments': { may: accountants },
  'POST /api/v1/card-payments/:id/resolve': {
    may: accountants,
    params: async (world) => ({ id: await world.newCardPayment() }),
    body: () => ({ resolution: 'Vu' }),
    unrecorded: 'none has a problem here; card-payments/card-payments.ts resolves one',
  },
  'GET /api/v1/account-settings': { may: accountants },
  'PUT /api/v1/account-settings': {
    may: accountants,
    body: () => ({
      ...{ isOn: false, invoicesMonthly: false, quotas: {}, policy },
      defaultAllowanceCents: Math.floor(Math.random() * 1_000_000),
    }),
  },
  'GET /api/v1/labs/:id/settlement': { may: people, params: lab },
  'PUT /api/v1/labs/:id/settlement': { may: labStaff, params: lab, body: () => ({ policy }) },
  'GET /api/v1/groups/:id/payer': { may: readersOfHere, params: group },
  'PUT /api/v1/groups/:id/payer': { may: accountants, params: group, body: () => ({ payer: 'lab' }) },
  'GET /api/v1/member-accounts': { may: accountants },
  'GET /api/v1/member-accounts/:id': { may: accountants, params: member },
  'GET /api/v1/member-accounts/:id/entries': { may: accountants, params: member },
  'GET /api/v1/member-accounts/:id/statement': { may: accountants, params: member },
  'GET /api/v1/member-accounts/:id/statement/pdf': { may: accountants, params: member },
  'POST /api/v1/member-accounts/:id/top-ups': {
    may: accountants,
    params: member,
    body: () => ({ cents: 1, means: 'cash' }),
  },
  'POST /api/v1/member-accounts/:id/entries/:entryId/undo': { may: accountants, params: topUp, body: why },
  'POST /api/v1/member-accounts/:id/refunds': {
    may: accountants,
    params: topUp,
    body: () => ({ cents: 1, means: 'cash', ...why() }),
  },
  'POST /api/v1/member-accounts/:id/corrections': {
    may: accountants,
    params: member,
    body: () => ({ cents: 1, ...why() }),
  },
  'PUT /api/v1/member-accounts/:id/allowance': {
    may: accountants,
    params: member,
    body: () => ({ allowanceCents: Math.floor(Math.random() * 1_000_000), ...why() }),
  },
  'POST /api/v1/member-accounts/:id/invoices': {
    may: accountants,
    params: member,
    body: () => ({}),
    unrecorded: nothingToInvoice,
  },

  ...VISIT_RIGHTS,
  ...PROJECT_RIGHTS,
  ...REPORT_RIGHTS,

  'GET /api/v1/queues/dead-letters': { may: administrators },
  'POST /api/v1/queues/dead-letters/:id/replay': { may: [], params: () => ({ id: 'none' }) },

  'GET /api/agent/files/:sha256': {
    may: ['agentHere'],
    params: (world) => ({ sha256: world.job.fileSha256 }),
  },
  'PUT /api/agent/runs/:id/transcript': {
    may: ['agentHere'],
    params: run,
    unrecorded: 'tried without a body; agents/runs.ts sends one',
  },
  'GET /api/agent/slicer-address': { may: agents },
  'POST /api/agent/secret': { may: agents },
  'PUT /api/agent/secret': { may: agents, unrecorded: 'confirms the secret that the row above recorded' },
  ...SESSION_RIGHTS,
};
