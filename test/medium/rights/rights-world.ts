import type { RoleGrant } from '@pandafab/domain';
import { type DocumentId, type LabId, newId, type RunId } from '@pandafab/shared';
import { pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { CardPayment } from '../../../apps/server/src/money/card-payments/card-payment.entity';
import { DocumentFile } from '../../../apps/server/src/money/documents/document.entities';
import { Reminder } from '../../../apps/server/src/money/reminders/reminder.entities';
import { LoginSession } from '../../../apps/server/src/people/accounts/account.entity';
import { AuthService } from '../../../apps/server/src/people/accounts/auth.service';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { sellerSettings } from '../fixtures/billing-seller';
import { tariffRates } from '../fixtures/billing-world';
import { ChainWorld, type FurnishedLab, form, type JobView, smallPart } from '../fixtures/chain-world';
import type { ScriptedAgent } from '../fixtures/scripted-agent';

/** The callers: with lab roles here, or in another lab; the maker who owns the objects, and another maker. */
export const PRINCIPALS = [
  'anonymous',
  'maker',
  'otherMaker',
  'trainerHere',
  'trainerThere',
  'managerHere',
  'managerThere',
  'billing',
  'administrator',
  'agentHere',
  'agentThere',
] as const;
export type Principal = (typeof PRINCIPALS)[number];

type Person = Exclude<Principal, 'anonymous' | 'agentHere' | 'agentThere'>;
const basic = ({ agentId, secret }: FurnishedLab['credentials']) =>
  `Basic ${Buffer.from(`${agentId}:${secret}`).toString('base64')}`;

/** One lab with a running print, another lab, and an account of each kind: the test of rights uses them. */
export class RightsWorld {
  private constructor(
    readonly server: TestServer,
    readonly chain: ChainWorld,
    readonly here: FurnishedLab,
    readonly there: FurnishedLab,
    /** A lab whose agent may be shut out: staff of `here` are its staff too. */
    readonly spare: FurnishedLab,
    readonly people: Readonly<Record<Person, TestAccount>>,
    readonly agent: ScriptedAgent,
    readonly job: JobView,
    /** A file of the maker's that is not submitted. */
    readonly upload: UploadView,
    readonly runId: RunId,
    readonly organisationId: string,
    readonly filamentId: string,
    readonly groupId: string,
    readonly projectId: string,
    /** A card of the maker's. */
    readonly cardId: string,
    readonly cardCode: string,
  ) {}

  static async open(server: TestServer): Promise<RightsWorld> {
    const chain = await ChainWorld.of(server);
    const [here, there, spare] = [await chain.makeLab(), await chain.makeLab(), await chain.makeLab()];
    const at = (role: 'trainer' | 'manager', ...labs: FurnishedLab[]): RoleGrant[] =>
      labs.map(({ labId }) => ({ role, labId }));
    const people = {
      maker: await server.accountWith('maker'),
      otherMaker: await server.accountWith('maker'),
      trainerHere: await server.accountWith(...at('trainer', here, spare)),
      trainerThere: await server.accountWith(...at('trainer', there)),
      managerHere: await server.accountWith(...at('manager', here, spare)),
      managerThere: await server.accountWith(...at('manager', there)),
      billing: await server.accountWith('billing'),
      administrator: await server.accountWith('administrator'),
    };
    const agent = await chain.joinAgent(here);
    const { client } = people.maker;
    const job = await submit(client, here.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    await agent.report({ type: 'run.started', runId });
    await chain.put('/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' });
    await chain.post('/tariffs', { name: 'Tarif', rates: tariffRates });
    const buyer = { name: 'Client', addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
    const { id: organisationId } = await chain.post<{ id: string }>('/organisations', buyer);
    const kind = { material: 'PLA', brand: 'X', colour: 'blue', densityGramsPerCm3: 1.24 };
    const { id: filamentId } = await chain.post<{ id: string }>('/filaments', kind);
    await chain.admin.patch(`/api/v1/labs/${here.labId}`, { selfRegistration: true });
    const { id: groupId } = await chain.post<{ id: string }>('/groups', { name: 'CM1', labId: here.labId });
    const { id: projectId } = await chain.post<{ id: string }>('/projects', newProject(here.labId));
    const cards = `/members/${people.maker.memberId}/cards`;
    const card = await chain.post<{ id: string; code: string }>(cards, {});
    return new RightsWorld(
      server,
      chain,
      here,
      there,
      spare,
      people,
      agent,
      job,
      await sendUpload(client),
      runId,
      organisationId,
      filamentId,
      groupId,
      projectId,
      card.id,
      card.code,
    );
  }

  /** What a request of this principal carries. */
  headersOf(principal: Principal): Record<string, string> {
    if (principal === 'anonymous') return {};
    if (principal === 'agentHere') return { authorization: basic(this.here.credentials) };
    if (principal === 'agentThere') return { authorization: basic(this.there.credentials) };
    return { authorization: `Bearer ${this.people[principal].client.token}` };
  }

  get admin() {
    return this.people.administrator.client;
  }

  /** A member of this lab, for tests of actions that cannot be undone. */
  async newMember(labId: LabId = this.here.labId): Promise<string> {
    const body = { displayName: 'A member', homeLabId: labId };
    return (await this.chain.post<{ id: string }>('/members', body)).id;
  }

  async newAccount(): Promise<{ id: string; memberId: string }> {
    const memberId = await this.newMember();
    const account = {
      email: `${memberId}@example.org`,
      password: 'a heron counts seven lamps',
      roles: [{ role: 'maker' }],
    };
    const made = await this.chain.post<{ account: { id: string } }>(`/members/${memberId}/account`, account);
    return { id: made.account.id, memberId };
  }

  async newGroup(): Promise<string> {
    const body = { name: 'CE2', labId: this.here.labId };
    return (await this.chain.post<{ id: string }>('/groups', body)).id;
  }

  async newProject(): Promise<string> {
    return (await this.chain.post<{ id: string }>('/projects', newProject(this.here.labId))).id;
  }

  /** A browser that the maker is signed in with. */
  async newSession(): Promise<string> {
    const { accountId } = this.people.maker;
    await this.server.app.get(AuthService).begin(accountId);
    const sessions = await this.server.app.get(ReadDatabase).of(LoginSession).findBy({ accountId });
    return sessions.at(-1)?.id ?? '';
  }

  async newOrganisation(): Promise<string> {
    const address = { addressLine: '1 rue Vauban', postcode: '21000', city: 'Dijon' };
    return (await this.chain.post<{ id: string }>('/organisations', { name: 'Atelier', ...address })).id;
  }

  async newPrestation(withLine = false): Promise<string> {
    const organisationId = await this.newOrganisation();
    const { id } = await this.chain.post<{ id: string }>('/prestations', { organisationId, title: 'Pièces' });
    if (withLine) await this.chain.post(`/prestations/${id}/lines`, line);
    return id;
  }

  async newShareLink(): Promise<{ id: string; linkId: string; url: string }> {
    const id = await this.newPrestation();
    const made = await this.chain.post<{ id: string; url: string }>(`/prestations/${id}/share-links`, {});
    return { id, linkId: made.id, url: made.url };
  }

  /** The secret of a client's page. */
  async newClientPage(): Promise<{ token: string }> {
    return { token: (await this.newShareLink()).url.split('/').at(-1) ?? '' };
  }

  async newInvoice(): Promise<string> {
    const id = await this.newPrestation(true);
    const draft = await this.newDraft('invoice', id);
    await this.chain.admin.post(`/api/v1/documents/${draft}/issue`);
    return draft;
  }

  /** Money of a client that settles nothing yet. */
  async newPayment(): Promise<{ id: string; documentId: string; organisationId: string }> {
    const documentId = await this.newInvoice();
    const { body } = await this.chain.admin.get<{ organisationId: string }>(
      `/api/v1/documents/${documentId}`,
    );
    const { organisationId } = body;
    const moved = { organisationId, cents: 100, paidOn: '2026-01-02', means: 'cash' };
    const { id } = await this.chain.post<{ id: string }>('/payments', moved);
    return { id, documentId, organisationId };
  }

  /** A statement with one line of money that came in, different from all others. */
  bankFile(): FormData {
    const data = new FormData();
    data.set('account', 'Banque');
    const text = `VIREMENT ${Math.random()}`;
    data.set('file', new Blob([`Date;Libellé;Montant\n02/01/2026;${text};1,00\n`]), 'releve.csv');
    return data;
  }

  /** An open line of a bank statement. */
  async newBankLine(): Promise<{ id: string }> {
    const imported = await this.chain.admin.post<{ statementId: string }>(
      '/api/v1/bank/statements',
      this.bankFile(),
    );
    const path = `/api/v1/bank/lines?statementId=${imported.body.statementId}`;
    const { body } = await this.chain.admin.get<{ items: { id: string }[] }>(path);
    return { id: body.items[0]?.id ?? '' };
  }

  /** An invoice that was credited after it was paid. */
  async newOverpaid(): Promise<{ id: string }> {
    const { id: paymentId, documentId: id } = await this.newPayment();
    const parts = [{ documentId: id, cents: 100 }];
    await this.chain.post(`/payments/${paymentId}/allotments`, { parts }, 200);
    const { body } = await this.chain.admin.get<{ prestationId: string }>(`/api/v1/documents/${id}`);
    const credit = await this.newDraft('credit-note', body.prestationId, { citesId: id, credit: 'all' });
    await this.chain.admin.post(`/api/v1/documents/${credit}/issue`);
    return { id };
  }

  /** A letter that was made for a document: no document is late here. */
  async newReminder(): Promise<string> {
    const documentId = (await this.newInvoice()) as DocumentId;
    const pdf = { documentId, kind: 'pdf' } as const;
    const { sha256, bytes } = await this.server.app.get(ReadDatabase).of(DocumentFile).findOneByOrFail(pdf);
    const row: Reminder = {
      ...{ id: newId(), documentId, step: 'friendly', day: '2026-01-02', way: 'letter', address: null },
      ...{ language: 'fr', subject: 'Rappel', text: 'Bonjour', openCents: 1 },
      ...{ penaltyCents: null, indemnityCents: null, fileSha256: sha256, fileBytes: bytes },
      ...{ sentBy: this.people.billing.accountId, at: 1, result: 'printed', failure: null, settledAt: null },
    };
    await this.server.app.get(UnitOfWork).run(({ manager }) => manager.insert(Reminder, { ...row }));
    return row.id;
  }

  /** A payment by card that was started: card payments are off here. */
  async newCardPayment(): Promise<string> {
    const { memberId, accountId } = this.people.maker;
    const row: CardPayment = {
      ...{ id: newId(), memberId, documentId: null, cents: 500, providerId: null, state: 'open' },
      ...{ createdBy: accountId, createdAt: 1, paidAt: null, paymentId: null, events: 0, problem: null },
      ...{ told: null, resolution: null, resolvedBy: null, resolvedAt: null },
    };
    await this.server.app.get(UnitOfWork).run(({ manager }) => manager.insert(CardPayment, { ...row }));
    return row.id;
  }

  /** A draft of a document, of a prestation of its own if none is given. */
  async newDraft(kind: string, prestationId?: string, request: object = {}): Promise<string> {
    const id = prestationId ?? (await this.newPrestation(true));
    const body = { kind, request };
    return (await this.chain.post<{ id: string }>(`/prestations/${id}/documents`, body)).id;
  }

  /** A quote that waits for its client. */
  async newQuote(): Promise<string> {
    const draft = await this.newDraft('quote');
    await this.chain.admin.post(`/api/v1/documents/${draft}/send-quote`);
    return draft;
  }

  /** A job of the maker's that waits, in a lab where nothing prints. */
  waitingJob = (): Promise<JobView> => submit(this.people.maker.client, this.spare.labId);

  /** A job of the maker's whose print failed. */
  async stoppedJob(): Promise<string> {
    const lab = await this.chain.makeLab();
    const agent = await this.chain.joinAgent(lab);
    const { id } = await submit(this.people.maker.client, lab.labId);
    const { runId } = await agent.take('assignment');
    await agent.report({ type: 'run.accepted', runId });
    const figures = { linesSent: 1, linesAcknowledged: 0, resends: 0, filamentUm: [], seconds: 0 };
    const end = { outcome: 'failed', cause: null, exact: true, commandsSha256: null } as const;
    await agent.report({ type: 'run.ended', runId, ...end, ...figures });
    await agent.leave();
    await pollUntil('the job to be stopped', async () => (await this.chain.job(id)).state === 'stopped');
    return id;
  }

  newUpload = (): Promise<UploadView> => sendUpload(this.people.maker.client);

  submission = () => form(this.here.labId, smallPart(`part ${Math.random()}`));
}

interface UploadView {
  readonly id: string;
  readonly state: string;
}

/** Read, so that it can be looked at. */
async function sendUpload(client: TestAccount['client']): Promise<UploadView> {
  const data = new FormData();
  data.set('file', new Blob([smallPart(`upload ${Math.random()}`)]), 'upload.gcode');
  const { id } = (await client.post<UploadView>('/api/v1/uploads', data)).body;
  return pollUntil('the upload to be read', async () => {
    const { body } = await client.get<UploadView>(`/api/v1/uploads/${id}`);
    return body.state === 'analysed' ? body : undefined;
  });
}

export const newProject = (labId: LabId) => ({
  ...{ title: 'Film', summary: 'Un film', labId, startsOn: '2026-11-02' },
});

export const line = {
  label: 'Formation',
  quantity: '1',
  unit: 'HUR',
  unitPrice: '45.00',
  activity: 'training',
};

async function submit(client: TestAccount['client'], labId: LabId): Promise<JobView> {
  const { body } = await client.post<{ jobs: JobView[] }>('/api/v1/jobs', form(labId, smallPart()));
  return body.jobs[0] as JobView;
}
