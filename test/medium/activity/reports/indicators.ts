import { type ConventionId, type LabId, type MemberId, newId, type TopicId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { queriesFor } from '../../../../apps/server/src/activity/indicators/testing/queries-for';
import { Member, MemberProfile } from '../../../../apps/server/src/people/members/member.entity';
import { ReadDatabase } from '../../../../apps/server/src/platform/persistence/read-database';
import { balanceOf, readFec } from '../../fixtures/fec-rules';
import { ActivityWorld } from './activity-world';

const PERIOD = '2026-H2';
const DAY_MS = 86_400_000;

describeOnBothDatabases('indicators of activity', (open) => {
  let world: ActivityWorld;
  let conventionId: ConventionId;
  let topic: TopicId;
  let resident: MemberId;
  let student: MemberId;

  const read = (code: string, parameters: Record<string, string> = {}, labId: LabId | null = null) =>
    queriesFor(world.billing.server.app.get(ReadDatabase).manager, {
      ...{ labId, conventionId, now: world.billing.date.now },
    }).read(PERIOD, code, parameters);

  beforeAll(async () => {
    world = await ActivityWorld.open(await open());
    const { billing } = world;
    await billing.publishTariff();
    await billing.recordSeller();
    conventionId = await world.convention();
    topic = await world.topic('Découvrir l’impression 3D');
    resident = await billing.member('resident', billing.date.now + 365 * DAY_MS);
    student = await billing.member('non-resident');
    await seed();
  });
  afterAll(() => world.billing.server.stop());

  async function seed(): Promise<void> {
    // The days before and after the period never count, nor what was undone.
    await world.visit('2026-06-30', { people: 100 });
    await world.visit('2026-07-01', { people: 3, public: 'family' });
    await world.visit('2026-12-31', { people: 2, purpose: 'rights' });
    await world.visit('2027-01-01', { people: 100 });
    await world.visit('2026-09-01', { people: 100, undoneAt: 1 });
    await world.visit('2026-09-02', { memberId: resident, category: 'resident' });
    await world.visit('2026-09-03', { memberId: resident, category: 'resident', labId: world.secondLab });
    // 2 h, twice in part; an opening that begins before the period in Paris; one of the other lab.
    await world.opening('2026-09-01T08:00:00Z', '2026-09-01T10:00:00Z');
    await world.opening('2026-09-01T09:00:00Z', '2026-09-01T10:00:00Z');
    await world.opening('2026-06-30T20:00:00Z', '2026-06-30T23:00:00Z');
    await world.opening('2026-09-01T08:00:00Z', '2026-09-01T08:30:00Z', world.secondLab);
    await seedSessions();
    await seedMoney();
    await world.billing.write(async ({ manager }) => {
      const at = Date.parse('2026-06-30T22:00:00Z');
      for (const [createdAt, homeLabId] of [
        [at, world.lab],
        [at - 1, world.lab],
      ] as const)
        await manager.insert(Member, {
          ...{ id: newId<MemberId>(), category: 'resident', homeLabId, createdAt },
        });
      await manager.insert(MemberProfile, {
        ...{
          memberId: resident,
          birthYear: 1980,
          gender: 'femme',
          neighbourhood: 'Centre',
          occupation: null,
        },
      });
    });
  }

  async function seedSessions(): Promise<void> {
    const school = await world.partner('school', true);
    const other = await world.partner('school');
    const space = await world.partner('digital-space');
    const course = await world.session('2026-10-01', { topicId: topic });
    await world.attend(course, resident, { category: 'resident' });
    await world.attend(course, student);
    await world.attend(course, null);
    await world.attend(course, null, { attendance: 'absent' });
    await world.attend(course, null, { attendance: 'absent', state: 'cancelled' });
    await world.attend(course, null, { attendance: null });
    const alone = await world.session('2026-10-02', { kind: 'appointment', labId: world.secondLab });
    await world.attend(alone, resident);
    await world.session('2026-10-03', {
      ...{ kind: 'class', audience: 'school', organisationId: school, headCount: 24 },
    });
    const staff = await world.session('2026-10-04', { audience: 'spaces', organisationId: space });
    await world.attend(staff, student);
    for (const state of ['planned', 'cancelled'] as const)
      await world.attend(await world.session('2026-10-05', { state, headCount: 50 }), student);
    await world.session('2026-06-30', { headCount: 50 });
    await world.project('2026-12-31', { organisationId: other });
    await world.project('2025-01-01', { state: 'done', endedOn: '2026-07-01', organisationId: school });
    await world.project('2025-01-01', { state: 'done', endedOn: '2026-06-30' });
    await world.project('2026-09-01', { state: 'planned' });
    await world.project('2026-09-01', { state: 'stopped', endedOn: '2026-09-02' });
  }

  async function seedMoney(): Promise<void> {
    const { billing } = world;
    const print = { memberId: resident, milligrams: 12_345, seconds: 1_800 };
    await billing.print(print);
    await billing.print({ ...print, memberId: student, seconds: 7_200, milligrams: 1_000 });
    // Of one that failed, nothing is recorded as used: the machine ran all the same.
    await billing.print({ ...print, state: 'failed', seconds: 1_080 });
    const client = await billing.organisation();
    const order = await billing.prestation(client, { labId: world.lab });
    const item = { quantity: '1', unit: 'C62', nature: 'services' };
    await billing.addLine(order, { ...item, unitPrice: '1000', activity: 'printing', label: 'Pièces' });
    await billing.addLine(order, { ...item, unitPrice: '100.03', activity: 'training', label: 'Formation' });
    await billing.document(order, 'deposit', { part: { percent: '30' } });
    const { body: final } = await billing.issue(order);
    await billing.document(order, 'credit-note', {
      ...{ citesId: final.id, credit: [{ position: 2, quantity: '0.5' }] },
    });
    const person = await billing.organisation(null, 'person');
    const small = await billing.prestation(person);
    await billing.addLine(small, { ...item, unitPrice: '12.34', activity: 'printing', label: 'Pièce' });
    const { body: paid } = await billing.issue(small);
    await billing.ask('POST', '/payments', {
      ...{ organisationId: person, cents: paid.grossCents, paidOn: '2026-11-23', means: 'card' },
      allotments: [{ documentId: paid.id, cents: paid.grossCents }],
    });
    const { version } = (await world.ask<{ version: number }>('GET', `/conventions/${conventionId}`)).body;
    const instalment = { label: 'Acompte', payer: 'Ville', dueOn: '2026-01-31', cents: 9_000_000 };
    await world.ask('PUT', `/conventions/${conventionId}/instalments`, {
      version,
      instalments: [
        { ...instalment, receivedOn: '2026-12-31' },
        { ...instalment, receivedOn: '2027-01-01' },
        { ...instalment, receivedOn: null },
      ],
    });
    const cost = { kind: 'cost', day: '2026-07-01', heading: 'Salaires', note: null, labId: null };
    for (const change of [
      { cents: 5_000_001 },
      { cents: 1_000, heading: 'Achats', labId: world.lab },
      { cents: 7_777, day: '2026-06-30' },
      { cents: 250_000, kind: 'in-kind', heading: 'Locaux' },
    ])
      await world.ask('POST', `/conventions/${conventionId}/costs`, { ...cost, ...change });
  }

  it('count people, once each where they are distinct', async () => {
    expect(await read('visits')).toBe(3 + 2 + 1 + 1);
    expect(await read('visits', { public: 'family' })).toBe(3);
    expect(await read('visits', { purpose: 'rights' })).toBe(2);
    expect(await read('visits', { purpose: 'rights', public: 'family' })).toBe(0);
    expect(await read('visits', {}, world.secondLab)).toBe(1);
    expect(await read('members-reached')).toBe(2);
    expect(await read('members-reached', {}, world.secondLab)).toBe(1);
    expect(await read('residents-share')).toBe(50);
    expect(await read('residents-share', {}, world.secondLab)).toBe(100);
    // 23 November is in the period: everyone of this world but the one of the last millisecond before it.
    expect(await read('new-members', {}, world.lab)).toBe(1);
  });

  it('count sessions that took place, and who was there', async () => {
    expect(await read('sessions-held')).toBe(4);
    expect(await read('sessions-held', { kind: 'course', audience: 'everyone' })).toBe(1);
    expect(await read('sessions-held', { topic })).toBe(1);
    expect(await read('sessions-held', { topic: 'unknown' })).toBe(0);
    expect(await read('individual-sessions')).toBe(1);
    expect(await read('individual-sessions', {}, world.lab)).toBe(0);
    expect(await read('attendances')).toBe(3 + 1 + 24 + 1);
    expect(await read('attendances', { audience: 'school' })).toBe(24);
    expect(await read('people-taught')).toBe(2);
    expect(await read('people-taught', { kind: 'appointment' })).toBe(1);
    expect(await read('topics-taught')).toBe(1);
    expect(await read('no-shows')).toBe(1);
    expect(await read('spaces-trained')).toBe(1);
    expect(await read('space-staff-attendances')).toBe(1);
    expect(await read('inductions')).toBe(0);
  });

  it('count hours open, prints, hours of machines and material', async () => {
    expect(await read('hours-open', {}, world.lab)).toBe(3);
    expect(await read('hours-open')).toBe(3.5);
    expect(await read('prints')).toBe(2);
    expect(await read('machine-hours')).toBe(2.8);
    expect(await read('machine-hours', { category: 'resident' })).toBe(0.5);
    expect(await read('material-grams')).toBe(13);
    expect(await read('material-grams', { material: 'ABS' })).toBe(0);
    expect(await read('prints', { category: 'resident' })).toBe(1);
    expect(await read('machine-hours', {}, world.secondLab)).toBe(0);
  });

  it('count schools and projects', async () => {
    expect(await read('schools')).toBe(2);
    expect(await read('priority-schools')).toBe(1);
    expect(await read('school-pupils')).toBe(24);
    expect(await read('projects')).toBe(2);
    expect(await read('projects-done')).toBe(1);
    expect(await read('schools', {}, world.secondLab)).toBe(0);
  });

  it('have the money of the books, to the cent', async () => {
    const { server, billing: account } = world.billing;
    const response = await fetch(`${server.url}/api/v1/exports/fec?from=2026-07-01&to=2026-12-31`, {
      headers: { authorization: `Bearer ${account.client.token}` },
    });
    const { lines } = readFec(await response.text());
    const income = -(balanceOf(lines, '70') + balanceOf(lines, '75'));
    expect(income).toBe(110_003 - 5_002 + 1_234);
    expect(await read('income-services')).toBe(income);
    expect(await read('income-services', {}, world.lab)).toBe(110_003 - 5_002);
    expect(await read('income-services', { activity: 'training' })).toBe(10_003 - 5_002);
    expect(await read('income-services', { activity: 'printing' })).toBe(101_234);
    const { body } = await world.billing.ask<{ months: { cashedCents: number; freeValueCents: number }[] }>(
      ...(['GET', '/billing/figures?from=2026-07&to=2026-12'] as const),
    );
    const sum = (of: 'cashedCents' | 'freeValueCents') =>
      body.months.reduce((total, month) => total + month[of], 0);
    expect(await read('cashed')).toBe(sum('cashedCents'));
    expect(sum('cashedCents')).toBeGreaterThan(0);
    expect(await read('free-access-value')).toBe(sum('freeValueCents'));
    expect(sum('freeValueCents')).toBeGreaterThan(0);
  });

  it('have what belongs to the agreement', async () => {
    expect(await read('subsidy-received')).toBe(9_000_000);
    expect(await read('subsidy-received', {}, world.lab)).toBeNull();
    expect(await read('costs')).toBe(5_001_001);
    expect(await read('costs', { heading: 'Achats' })).toBe(1_000);
    expect(await read('costs', {}, world.lab)).toBe(1_000);
    expect(await read('in-kind-value')).toBe(250_000);
    expect(await read('result')).toBe(106_235 + 9_000_000 - 5_001_001);
    expect(await read('result', {}, world.lab)).toBeNull();
  });

  it('are on the dashboard, by month, for staff of the network and of labs', async () => {
    interface Dashboard {
      readonly figures: { indicator: string; value: number | null }[];
      readonly months: { month: string; visits: number; sessions: number; prints: number }[];
      readonly convention: { id: string } | null;
      readonly isOver: boolean;
    }
    const { body } = await world.ask<Dashboard>('GET', '/activity/dashboard');
    expect(body).toMatchObject({ period: PERIOD, isOver: false, convention: { id: conventionId } });
    expect(body.figures.find(({ indicator }) => indicator === 'visits')?.value).toBe(7);
    expect(body.months.map(({ month, visits }) => [month, visits])).toEqual([
      ...[
        ['2026-07', 3],
        ['2026-08', 0],
        ['2026-09', 2],
        ['2026-10', 0],
        ['2026-11', 0],
        ['2026-12', 2],
      ],
    ]);
    expect(body.months.find(({ month }) => month === '2026-11')?.prints).toBe(2);
    const manager = await world.billing.server.accountWith({ role: 'manager', labId: world.secondLab });
    const own = await world.ask<Dashboard>(
      'GET',
      `/activity/dashboard?labId=${world.secondLab}`,
      undefined,
      manager,
    );
    expect(own.body.figures.find(({ indicator }) => indicator === 'visits')?.value).toBe(1);
    for (const query of ['', `?labId=${world.lab}`])
      expect((await world.ask('GET', `/activity/dashboard${query}`, undefined, manager)).body.code).toBe(
        'AUTH.OTHER_LAB',
      );
    expect((await world.ask('GET', `/activity/dashboard?labId=${newId()}`)).body.code).toBe('LAB.UNKNOWN');
    // The figures of all labs are kept for a while; this one was not among them.
    const { body: lab } = await world.ask<{ id: string }>('POST', '/labs', { name: 'Lab tout neuf' });
    const fresh = await world.ask<Dashboard>('GET', `/activity/dashboard?labId=${lab.id}`);
    expect(fresh.body.figures.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('can be published without small numbers', async () => {
    await world.visit('2026-08-01', { people: 7, public: 'senior', purpose: 'other' });
    const { server } = world.billing;
    const response = await fetch(`${server.url}/api/v1/activity/open-data?from=2026-07-01&to=2026-08-31`, {
      headers: { authorization: `Bearer ${world.admin.client.token}` },
    });
    const lines = (await response.text()).replace('\ufeff', '').split('\r\n');
    expect(lines).toEqual([
      'month;lab;public;purpose;people',
      '2026-07;Lab;family;make;<5',
      '2026-08;Lab;senior;other;7',
      '',
    ]);
  });
});
