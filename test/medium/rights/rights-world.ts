import type { RoleGrant } from '@pandafab/domain';
import type { LabId, RunId } from '@pandafab/shared';
import { pollUntil, type TestAccount, type TestServer } from '@pandafab/testing';
import { LoginSession } from '../../../apps/server/src/people/accounts/account.entity';
import { AuthService } from '../../../apps/server/src/people/accounts/auth.service';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
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
