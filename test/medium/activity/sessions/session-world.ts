import type { AccountId, MemberId } from '@pandafab/shared';
import {
  FakeClock,
  type HttpClient,
  shareServers,
  type TestAccount,
  type TestServer,
} from '@pandafab/testing';
import { Member } from '../../../../apps/server/src/people/members/member.entity';
import { UnitOfWork } from '../../../../apps/server/src/platform/persistence/unit-of-work';
import { ChainWorld, type FurnishedLab } from '../../fixtures/chain-world';
import { generousLimits } from '../../fixtures/generous-limits';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A Monday, at seven. */
export const clock = new FakeClock(Date.parse('2026-10-05T07:00:00Z'));
/** One server on each database for all parts: time only goes on. */
export const describeWithSessions = shareServers({ limits: generousLimits, clock });

export const iso = (at: number) => new Date(at).toISOString();
export const dayOf = (at: number) => iso(at).slice(0, 10);

/** Whatever an answer may have. */
export interface Body {
  readonly code?: string;
  /** What happened, and what to do next. */
  readonly title: string;
  readonly detail: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly items: readonly Row[];
  readonly total: number;
  readonly state?: string;
  readonly position?: number | null;
}
export interface Row {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly version: number;
}
type Told = { readonly status: number; readonly body: Body };

/** The code of a refusal, or the status of an answer. */
export const outcome = ({ status, body }: Told): string | number => body?.code ?? status;

/** A lab on the clock of UTC with a trainer, a manager and a machine. */
export class SessionWorld {
  private constructor(
    readonly server: TestServer,
    readonly chain: ChainWorld,
    readonly lab: FurnishedLab,
    readonly trainer: TestAccount,
    readonly manager: TestAccount,
  ) {}

  static async open(server: TestServer): Promise<SessionWorld> {
    const chain = await ChainWorld.of(server);
    const lab = await chain.makeLab();
    await chain.admin.patch(`/api/v1/labs/${lab.labId}`, { timeZone: 'UTC' });
    const { labId } = lab;
    const trainer = await server.accountWith({ role: 'trainer', labId });
    const manager = await server.accountWith({ role: 'manager', labId });
    return new SessionWorld(server, chain, lab, trainer, manager);
  }

  /** This hour of a day to come, on the lab's clock. */
  at(days: number, hours: number): number {
    return Math.floor(clock.now() / DAY) * DAY + days * DAY + hours * HOUR;
  }

  span = (days: number, from: number, hours = 2) => ({
    ...{ from: iso(this.at(days, from)), until: iso(this.at(days, from + hours)) },
  });

  post = (who: TestAccount | HttpClient, path: string, body: object = {}) =>
    ('client' in who ? who.client : who).post<Body>(`/api/v1${path}`, body);
  get = (who: TestAccount | HttpClient, path: string) =>
    ('client' in who ? who.client : who).get<Body>(`/api/v1${path}`);

  plan = (fields: object, who: TestAccount | HttpClient = this.trainer) =>
    this.post(who, '/lab-sessions', {
      ...{ labId: this.lab.labId, kind: 'course', title: 'Cours', ...fields },
    });

  /** One session, which must be possible. */
  async planned(fields: object): Promise<Row> {
    const answer = await this.plan(fields);
    const [session] = answer.body.items ?? [];
    if (!session) throw new Error(`not planned: ${JSON.stringify(answer.body)}`);
    return session;
  }

  change = (session: Row, changes: object, who: TestAccount = this.trainer) =>
    who.client.request<Body>('PATCH', `/api/v1/lab-sessions/${session.id}`, {
      body: { version: session.version, ...changes },
    });

  session = async (id: string, who: TestAccount = this.trainer) =>
    (await who.client.get<Row>(`/api/v1/lab-sessions/${id}`)).body;

  maker = () => this.server.accountWith('maker');

  register = (who: TestAccount, session: Row, fields: object = {}) =>
    this.post(who, `/lab-sessions/${session.id}/registrations`, fields);

  /** The people of a session, as its staff see them. */
  people = async (session: Row) =>
    (await this.get(this.trainer, `/lab-sessions/${session.id}/registrations`)).body.items;

  /** Makes a minor of this guardian from a member. */
  async ward(guardianId: MemberId, memberId?: MemberId): Promise<MemberId> {
    const id =
      memberId ??
      (await this.chain.post<{ id: MemberId }>('/members', { displayName: 'Zoé', homeLabId: this.lab.labId }))
        .id;
    const minor = { guardianId, minorUntil: clock.now() + 2_000 * DAY };
    await this.write((manager) => manager.update(Member, { id }, minor));
    return id;
  }

  write = <T>(work: (manager: import('typeorm').EntityManager) => Promise<T>) =>
    this.server.app.get(UnitOfWork).run(({ manager }) => work(manager));

  /** Another trainer of this lab. */
  otherTrainer = () => this.server.accountWith({ role: 'trainer', labId: this.lab.labId });

  trainerId = (): AccountId => this.trainer.accountId;
}
