import type { ConventionId, LabId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { ReadDatabase } from '../../../../apps/server/src/platform/persistence/read-database';
import { readRows, recount, scopeOf } from '../../../activity/recount';
import { ActivityWorld } from './activity-world';

const PERIOD = '2026-H2';
const AFTER = Date.parse('2027-01-04T09:00:00Z');
const CODES = ['visits', 'hours-open', 'sessions-held', 'attendances', 'members-reached', 'prints'];

interface Figures {
  readonly content: { readonly overview: readonly { readonly indicator: string; readonly value: number }[] };
}

describeOnBothDatabases('a lab that closes in the middle of a half-year', (open) => {
  let world: ActivityWorld;
  let conventionId: ConventionId;

  beforeAll(async () => {
    world = await ActivityWorld.open(await open());
    conventionId = await world.convention();
    await world.billing.publishTariff();
    const member = await world.billing.member('non-resident');
    const closing = { labId: world.secondLab };
    // Until September; some weeks of the other lab were closed too.
    await world.visit('2026-07-10', { ...closing, people: 5 });
    await world.visit('2026-09-29', { ...closing, memberId: member });
    await world.opening('2026-09-29T08:00:00Z', '2026-09-29T10:00:00Z', world.secondLab);
    const session = await world.session('2026-09-29', { ...closing, headCount: 12 });
    await world.attend(session, member);
    await world.session('2026-10-06', { ...closing, state: 'planned' });
    await world.session('2026-10-13', { ...closing, state: 'cancelled' });
    await world.visit('2026-11-20', { people: 7 });
    await world.opening('2026-11-20T08:00:00Z', '2026-11-20T11:30:00Z');
    await world.billing.print({ memberId: member });
    const close = (labId: LabId, firstDay: string, lastDay: string) =>
      world.ask('POST', `/labs/${labId}/closures`, { firstDay, lastDay, reason: 'Fermeture' });
    expect((await close(world.secondLab, '2026-10-01', '2027-09-30')).status).toBe(201);
    expect((await close(world.lab, '2026-10-01', '2026-11-05')).status).toBe(201);
    world.billing.date.now = AFTER;
  });
  afterAll(() => world.billing.server.stop());

  const report = async (labId: LabId | null) => {
    const made = await world.ask<Figures>('POST', '/reports', { conventionId, labId, period: PERIOD });
    expect(made.status).toBe(201);
    const { overview } = made.body.content;
    return CODES.map((code) => overview.find(({ indicator }) => indicator === code)?.value);
  };

  it('has the figures until its closing in its report, in that of the network, and in a recount', async () => {
    const expected: [LabId | null, number[]][] = [
      [world.secondLab, [6, 2, 1, 13, 1, 0]],
      [world.lab, [7, 3.5, 0, 0, 1, 1]],
      [null, [13, 5.5, 1, 13, 1, 1]],
    ];
    const { manager } = world.billing.server.app.get(ReadDatabase);
    const rows = await readRows((sql) => manager.query(sql));
    for (const [labId, figures] of expected) {
      expect(await report(labId)).toEqual(figures);
      const scope = scopeOf(PERIOD, { labId, conventionId, now: AFTER });
      expect(CODES.map((code) => recount(rows, scope, code))).toEqual(figures);
    }
  });

  it('has a dashboard in that period, and an empty one in the next', async () => {
    const dashboard = async (period: string) => {
      const { body } = await world.ask<{ figures: { indicator: string; value: number }[] }>(
        'GET',
        `/activity/dashboard?period=${period}&labId=${world.secondLab}`,
      );
      return ['visits', 'hours-open'].map(
        (code) => body.figures.find(({ indicator }) => indicator === code)?.value,
      );
    };
    expect(await dashboard(PERIOD)).toEqual([6, 2]);
    expect(await dashboard('2027-H1')).toEqual([0, 0]);
  });
});
