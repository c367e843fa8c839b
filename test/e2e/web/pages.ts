import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JobId } from '@pandafab/shared';
import type { Page } from 'playwright-core';
import { openBooks } from './books';
import { make } from './make';
import type { WebStack } from './stack';

const HALF_HOUR = 1_800_000;

/** A file of the fixtures, or any other by its whole path. */
export const fixture = (name: string) => resolve(__dirname, '../../fixtures/gcode', name);

export const submit = async (stack: WebStack, file: string): Promise<JobId> =>
  send(stack, file.replace(/^.*\//, ''), await readFile(fixture(file)));

const LAYER = ';LAYER_CHANGE';
const LOW = 12;

/** The cube without most of its layers, for a print whose end is waited for: the others would be more of the same. */
export async function submitLow(stack: WebStack): Promise<JobId> {
  const layers = (await readFile(fixture('cube20.gcode'), 'utf8')).split(LAYER);
  return send(stack, 'cube20.gcode', [...layers.slice(0, LOW), ...layers.slice(-1)].join(LAYER));
}

async function send(stack: WebStack, name: string, content: Buffer | string): Promise<JobId> {
  const form = new FormData();
  form.set('labId', stack.labId);
  form.set('file', new Blob([content]), name);
  const { status, text, body } = await stack.admin.post<{ jobs: { id: JobId }[] }>('/api/v1/jobs', form);
  const [job] = body.jobs ?? [];
  if (!job) throw new Error(`${name}: ${status} ${text}`);
  return job.id;
}

/** Sends a file to look at it; it stays on the page until it is submitted. */
export async function sendToLookAt(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}/submit`);
  await page.locator('input[type=file]').setInputFiles(fixture(file));
  await page.getByText(/^(Prêt à déposer|Ready to be submitted) \(/).waitFor();
}

/** The id of the first thing of a list. */
async function idOf(stack: WebStack, path: string): Promise<string> {
  const { body } = await stack.admin.get<{ items: { id: string }[] }>(`/api/v1${path}`);
  const [first] = body.items;
  if (!first) throw new Error(`nothing at ${path}`);
  return first.id;
}

async function makeGroup({ admin, labId }: WebStack): Promise<string> {
  const { body } = await admin.post<{ id: string }>('/api/v1/groups', { name: 'CM2 Voltaire', labId });
  const members = await admin.get<{ items: { id: string }[] }>('/api/v1/members');
  const memberId = members.body.items[0]?.id;
  await admin.request('PUT', `/api/v1/groups/${body.id}/people/${memberId}`, { body: { leads: true } });
  return body.id;
}

/** A project with a stage and a person. */
async function makeProject(stack: WebStack): Promise<string> {
  const { admin, labId } = stack;
  const body = { title: 'Un film', summary: 'Une classe filme.', labId, startsOn: '2026-11-02' };
  const stages = [{ name: 'Tournage', plannedOn: '2026-12-01' }];
  const made = await admin.post<{ id: string }>('/api/v1/projects', { ...body, stages });
  const memberId = await idOf(stack, '/members');
  await admin.request('PUT', `/api/v1/projects/${made.body.id}/people/${memberId}`);
  return made.body.id;
}

/** The first member, with money on their account. */
async function topUp(stack: WebStack): Promise<string> {
  const id = await idOf(stack, '/members');
  await stack.admin.post(`/api/v1/member-accounts/${id}/top-ups`, { cents: 2_000, means: 'cash' });
  return id;
}

/** A draft of an invoice, whose page shows what it would be. */
async function makeDraft({ admin }: WebStack, prestationId: string): Promise<string> {
  const asked = { kind: 'invoice', request: {} };
  const { body } = await admin.post<{ id: string }>(`/api/v1/prestations/${prestationId}/documents`, asked);
  return body.id;
}

/** Money of the first client, on its account. */
async function makePayment(stack: WebStack): Promise<string> {
  const organisationId = await idOf(stack, '/organisations');
  const moved = { organisationId, cents: 2_000, paidOn: '2026-11-20', means: 'cash' };
  return (await make(stack.admin, '/payments', moved)).id;
}

/** A course that begins soon, with a room and one person on its list. */
async function makeSession({ admin, labId }: WebStack): Promise<string> {
  await admin.post(`/api/v1/labs/${labId}/rooms`, { kind: 'room', name: 'Salle du fond', places: 12 });
  const from = Date.now() + HALF_HOUR;
  const { body, status, text } = await admin.post<{ items: { id: string }[] }>('/api/v1/lab-sessions', {
    ...{ labId, kind: 'course', title: 'Imprimer sa première pièce', capacity: 8, evenIfClosed: true },
    ...{ from: new Date(from).toISOString(), until: new Date(from + 4 * HALF_HOUR).toISOString() },
  });
  const id = body.items?.[0]?.id;
  if (!id) throw new Error(`session: ${status} ${text}`);
  const members = await admin.get<{ items: { id: string }[] }>('/api/v1/members');
  await admin.post(`/api/v1/lab-sessions/${id}/registrations`, { memberId: members.body.items[0]?.id });
  return id;
}

/** A slicer that asks for a token, as Cura does, and waits for a decision. */
export async function askAsCura({ server }: WebStack): Promise<{ id: string; poll: string }> {
  const answer = await fetch(`${server.url}/s/fontaine-d-ouche/plugin/appkeys/request`, {
    method: 'POST',
    body: JSON.stringify({ app: 'Cura' }),
  });
  const { auth_dialog: dialog, app_token: secret } = (await answer.json()) as Record<string, string>;
  const poll = `${server.url}/s/fontaine-d-ouche/plugin/appkeys/request/${secret}`;
  return { id: dialog?.split('/').at(-1) ?? '', poll };
}

/** A waiting job with a priority, a date, and a machine on which it is next. */
async function decideAbout({ admin, machineId }: WebStack, id: JobId): Promise<void> {
  const priority = { steps: 1, reason: 'Pour la fête du quartier' };
  const body = {
    version: 0,
    priority,
    readyBy: '2035-05-04T12:00:00.000Z',
    dueIsFirm: true,
    nextOn: machineId,
  };
  await admin.request('PATCH', `/api/v1/jobs/${id}/queue`, { body });
}

/** An agreement with the objectives of the model, a part of the subsidy and a cost. */
async function makeConvention({ admin }: WebStack): Promise<string> {
  const year = new Date().getFullYear();
  const day = `${year}-01-02`;
  const { body } = await admin.post<{ id: string; version: number }>('/api/v1/conventions', {
    ...{ title: 'Convention d’objectifs et de moyens', parties: ['Ville de Dijon', 'Association'] },
    ...{ startsOn: `${year}-01-01`, endsOn: `${year + 2}-12-31`, fromModel: true },
  });
  const instalment = {
    label: 'Premier acompte',
    payer: 'Ville',
    dueOn: day,
    cents: 9_000_000,
    receivedOn: day,
  };
  await admin.request('PUT', `/api/v1/conventions/${body.id}/instalments`, {
    body: { version: body.version, instalments: [instalment] },
  });
  const cost = { kind: 'cost', day, heading: 'Salaires', note: null, cents: 1_250_050, labId: null };
  await admin.post(`/api/v1/conventions/${body.id}/costs`, cost);
  return body.id;
}

async function makeReport({ admin }: WebStack, conventionId: string): Promise<string> {
  const period = String(new Date().getFullYear());
  const { body } = await admin.post<{ id: string }>('/api/v1/reports', { conventionId, labId: null, period });
  return body.id;
}

/** Every page of the web app, each with something to show. */
export async function everyPage(stack: WebStack): Promise<Readonly<Record<string, string>>> {
  const prestationId = await openBooks(stack.admin);
  const conventionId = await makeConvention(stack);
  const running = await submit(stack, 'cube20.gcode');
  await decideAbout(stack, await submit(stack, 'slicers/prusaslicer.gcode'));
  return {
    wall: '/',
    submit: '/submit',
    jobs: '/jobs',
    slicers: '/slicers',
    sessions: '/sessions',
    'slicer-request': `/slicers/${(await askAsCura(stack)).id}`,
    queue: '/queue',
    'lab-jobs': '/lab-jobs',
    job: `/jobs/${running}`,
    machine: `/machines/${stack.machineId}`,
    spools: '/spools',
    members: '/members',
    desk: '/desk',
    projects: '/projects',
    project: `/projects/${await makeProject(stack)}`,
    settings: '/settings',
    'settings-labs': '/settings/labs',
    'settings-kiosks': '/settings/kiosks',
    'settings-partners': '/settings/partners',
    'settings-hours': '/settings/hours',
    'settings-accuracy': '/settings/accuracy',
    'settings-lab-accuracy': `/settings/accuracy/${stack.labId}`,
    'settings-lab-hours': `/settings/hours/${stack.labId}`,
    'settings-queue-rules': '/settings/queue-rules',
    'settings-lab-queue-rules': `/settings/queue-rules/${stack.labId}`,
    'settings-approval': '/settings/approval',
    'settings-lab-approval': `/settings/approval/${stack.labId}`,
    start: '/start',
    'settings-machines': '/settings/machines',
    'settings-machine-new': '/settings/machines/new',
    'settings-machine': `/settings/machines/${stack.machineId}`,
    'settings-lab': `/settings/labs/${stack.labId}`,
    'settings-kinds': '/settings/kinds',
    'settings-profiles': '/settings/profiles',
    'settings-profile': '/settings/profiles/marlin-2',
    'settings-filaments': '/settings/filaments',
    'settings-categories': '/settings/categories',
    'settings-accounts': '/settings/accounts',
    'settings-tokens': '/settings/tokens',
    'settings-health': '/settings/health',
    'settings-mail': '/settings/mail',
    'settings-failed-steps': '/settings/failed-steps',
    'settings-audit': '/settings/audit',
    agenda: '/agenda',
    'agenda-session': `/agenda/${await makeSession(stack)}`,
    'settings-topics': '/settings/topics',
    'settings-rooms': '/settings/rooms',
    'settings-trainer-hours': '/settings/trainer-hours',
    'settings-seller': '/settings/seller',
    'settings-tariffs': '/settings/tariffs',
    'settings-tariff': `/settings/tariffs/${await idOf(stack, '/tariffs')}`,
    'settings-organisations': '/settings/organisations',
    'settings-organisation': `/settings/organisations/${await idOf(stack, '/organisations')}`,
    'settings-catalogue': '/settings/catalogue',
    'settings-numbering': '/settings/numbering',
    'settings-book-accounts': '/settings/book-accounts',
    'settings-verification': '/settings/verification',
    'settings-groups': '/settings/groups',
    'settings-group': `/settings/groups/${await makeGroup(stack)}`,
    activity: '/activity',
    reports: '/reports',
    report: `/reports/${await makeReport(stack, conventionId)}`,
    conventions: '/conventions',
    convention: `/conventions/${conventionId}`,
    billing: '/billing',
    'billing-exports': '/billing/exports',
    'billing-closures': '/billing/closures',
    prestations: '/prestations',
    prestation: `/prestations/${prestationId}`,
    'prestations-list': '/prestations?view=list',
    documents: '/documents',
    document: `/documents/${await makeDraft(stack, prestationId)}`,
    'billing-payment': `/billing/payments/${await makePayment(stack)}`,
    'billing-payments': '/billing/payments',
    'billing-reminders': '/billing/reminders',
    'billing-balances': '/billing/balances',
    'billing-cash': '/billing/cash?day=2026-11-20',
    'settings-reminders': '/settings/reminders',
    bank: '/billing/bank',
    usage: '/usage',
    balance: '/balance',
    'member-accounts': '/member-accounts',
    'member-account': `/member-accounts/${await topUp(stack)}`,
    'settings-charging': '/settings/charging',
    notices: '/notices',
    account: '/account',
    design: '/design',
  };
}
