import { createHash } from 'node:crypto';
import type { ConventionId, ReportId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { Report } from '../../../../apps/server/src/activity/reports/report.entities';
import { AuditEntry } from '../../../../apps/server/src/platform/audit/audit.entities';
import { ReadDatabase } from '../../../../apps/server/src/platform/persistence/read-database';
import { ActivityWorld } from './activity-world';

interface Figure {
  readonly id: string | null;
  readonly indicator: string;
  readonly value: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  readonly comment: string | null;
}
interface View {
  readonly id: ReportId;
  readonly state: string;
  readonly isOver: boolean;
  readonly mayPresent: boolean;
  readonly contentHash: string | null;
  readonly presentedBy: string | null;
  readonly comments: { key: string; text: string; version: number }[];
  readonly content: {
    readonly intro: string | null;
    readonly objectives: { id: string; comment: string | null; figures: Figure[] }[];
    readonly overview: Figure[];
    readonly tables: { visitsByMonth: { key: string; people: number }[] };
  };
}

const AFTER_THE_PERIOD = Date.parse('2027-01-04T09:00:00Z');

describeOnBothDatabases('reports', (open) => {
  let world: ActivityWorld;
  let conventionId: ConventionId;

  const begin = async (change: object = {}) =>
    (await world.ask<View>('POST', '/reports', { conventionId, labId: null, period: '2026-H2', ...change }))
      .body;
  const get = async (id: string) => (await world.ask<View>('GET', `/reports/${id}`)).body;
  const comment = (id: string, key: string, text: string, version: number) =>
    world.ask<{ version: number }>('PUT', `/reports/${id}/comments/${key}`, { text, version });
  const file = async (id: string, format: string) => {
    const response = await fetch(`${world.billing.server.url}/api/v1/reports/${id}/files/${format}`, {
      headers: { authorization: `Bearer ${world.admin.client.token}` },
    });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const figureOf = ({ content }: View, code: string) =>
    content.overview.find(({ indicator }) => indicator === code)?.value;

  beforeAll(async () => {
    world = await ActivityWorld.open(await open());
    conventionId = await world.convention();
    const objectives = [
      {
        ...{ title: 'Ouvrir', quotation: 'Ouvrir des fablabs.' },
        indicators: [
          {
            ...{ indicator: 'visits', parameters: { public: 'senior' } },
            targets: [{ period: '2026-H2', target: 10 }],
          },
        ],
      },
    ];
    await world.ask('PUT', `/conventions/${conventionId}/objectives`, { version: 1, objectives });
    await world.visit('2026-03-01', { people: 4, public: 'senior' });
    await world.visit('2026-09-01', { people: 6, public: 'senior' });
    await world.visit('2026-09-01', { people: 2, labId: world.secondLab });
  });
  afterAll(() => world.billing.server.stop());

  it('show the figures of now while they are drafts, beside the period before and the target', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({ state: 'draft', isOver: false, mayPresent: false, contentHash: null });
    expect(draft.content.objectives[0]?.figures[0]).toMatchObject({ value: 6, previous: 4, target: 10 });
    expect(figureOf(draft, 'visits')).toBe(8);
    await world.visit('2026-10-01', { people: 1, public: 'senior' });
    expect(figureOf(await get(draft.id), 'visits')).toBe(9);
    expect((await file(draft.id, 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await file(draft.id, 'csv')).status).toBe(409);
    expect((await world.ask('POST', `/reports/${draft.id}/present`)).body.code).toBe('REPORT.PERIOD_RUNS');
    const again = { conventionId, labId: null, period: '2026-H2' };
    expect((await world.ask('POST', '/reports', again)).body.code).toBe('REPORT.EXISTS');
    const future = { ...again, period: '2027-H1' };
    expect((await world.ask('POST', '/reports', future)).body.code).toBe('REPORT.NOT_BEGUN');
    expect((await world.ask('POST', '/reports', { ...again, period: '2025' })).body.code).toBe(
      'REPORT.OUTSIDE',
    );
    expect((await world.ask('POST', '/reports', { ...again, period: '2026-H3' })).body.code).toBe(
      'REQUEST.INVALID',
    );
    expect((await world.ask('DELETE', `/reports/${draft.id}`)).status).toBe(204);
  });

  it('have comments, and the second of two writers is told', async () => {
    const { id, content } = await begin();
    const [objective] = content.objectives;
    const key = `indicator-${objective?.figures[0]?.id}`;
    expect((await comment(id, key, 'Très bien', 0)).body.version).toBe(1);
    expect((await comment(id, key, 'Autre', 0)).body.code).toBe('REPORT.CHANGED');
    const both = await Promise.all(['A', 'B'].map((text) => comment(id, 'intro', text, 0)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await comment(id, `objective-${objective?.id}`, 'Un mot', 0)).status).toBe(200);
    expect((await comment(id, 'objective-x', 'Un mot', 0)).body.code).toBe('REPORT.COMMENT_UNKNOWN');
    const view = await get(id);
    expect(view.content.objectives[0]).toMatchObject({
      ...{ comment: 'Un mot', figures: [{ comment: 'Très bien' }] },
    });
    expect((await comment(id, key, '', 1)).body.version).toBe(2);
    expect((await get(id)).content.objectives[0]?.figures[0]?.comment).toBeNull();
    await world.ask('DELETE', `/reports/${id}`);
  });

  it('are of one lab for those who are staff there', async () => {
    const manager = await world.billing.server.accountWith({ role: 'manager', labId: world.secondLab });
    const whole = await begin();
    const own = await world.ask<View>(
      'POST',
      '/reports',
      { conventionId, labId: world.secondLab, period: '2026-H2' },
      manager,
    );
    expect(figureOf(own.body, 'visits')).toBe(2);
    expect(figureOf(own.body, 'subsidy-received')).toBeNull();
    expect(own.body.content.objectives[0]?.figures[0]?.target).toBeNull();
    const list = await world.ask<{ items: View[] }>('GET', '/reports', undefined, manager);
    expect(list.body.items.map(({ id }) => id)).toEqual([own.body.id]);
    expect((await world.ask('GET', `/reports/${whole.id}`, undefined, manager)).body.code).toBe(
      'AUTH.OTHER_LAB',
    );
    expect((await world.ask('POST', `/reports/${own.body.id}/present`, undefined, manager)).body.code).toBe(
      'AUTH.FORBIDDEN',
    );
    for (const { id } of [whole, own.body]) await world.ask('DELETE', `/reports/${id}`);
  });

  it('are frozen when they are presented: the same bytes each time, and late changes show as differences', async () => {
    const { id } = await begin();
    await comment(id, 'intro', 'Un bon semestre.', 0);
    world.billing.date.now = AFTER_THE_PERIOD;
    const twice = await Promise.all([1, 2].map(() => world.ask<View>('POST', `/reports/${id}/present`)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const presented = await get(id);
    expect(presented).toMatchObject({
      state: 'presented',
      comments: [],
      content: { intro: 'Un bon semestre.' },
    });
    const database = world.billing.server.app.get(ReadDatabase);
    const row = await database.of(Report).findOneByOrFail({ id });
    const hash = createHash('sha256')
      .update(row.content ?? '')
      .digest('hex');
    expect(presented.contentHash).toBe(hash);
    const entries = await database.of(AuditEntry).findBy({ action: 'report.presented', subjectId: id });
    expect(entries.map(({ after }) => after?.contentHash)).toEqual([hash]);
    const files = [];
    for (const format of ['pdf', 'ods', 'xlsx', 'csv']) {
      const [first, again] = [await file(id, format), await file(id, format)];
      expect(first.status).toBe(200);
      expect(first.bytes.equals(again.bytes)).toBe(true);
      files.push(first);
    }
    expect(files[0]?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const differences = async () =>
      (await world.ask<{ items: object[] }>('GET', `/reports/${id}/differences`)).body.items;
    expect(await differences()).toEqual([]);
    await world.visit('2026-12-30', { people: 3, public: 'senior' });
    const items = await differences();
    expect(items[0]).toMatchObject({
      ...{ indicator: 'visits', parameters: { public: 'senior' }, frozen: 7, now: 10, isRedefined: false },
    });
    expect(items).toContainEqual(
      expect.objectContaining({ table: 'visitsByMonth', key: '2026-12', frozen: 0, now: 3 }),
    );
    expect((await get(id)).content).toEqual(presented.content);
    expect((await comment(id, 'intro', 'Trop tard', 1)).body.code).toBe('REPORT.PRESENTED');
    expect((await world.ask('DELETE', `/reports/${id}`)).body.code).toBe('REPORT.PRESENTED');
    await expect(
      world.billing.write(({ manager }) => manager.update(Report, { id }, { contentHash: 'x' })),
    ).rejects.toThrow();
  });
});
