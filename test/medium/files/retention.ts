import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { type AccountId, type LabId, newId, type RunId } from '@pandafab/shared';
import {
  describeOnBothDatabases,
  FakeClock,
  startTestServer,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Retention } from '../../../apps/server/src/app/retention/retention.service';
import { LinkMessage } from '../../../apps/server/src/network/link/link-message.entity';
import { AccountCode } from '../../../apps/server/src/people/accounts/account-code.entity';
import { Mail } from '../../../apps/server/src/platform/mail/mail.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import { SubmissionKey } from '../../../apps/server/src/production/jobs/submission-key.entity';
import { TranscriptStore } from '../../../apps/server/src/production/jobs/transcript-store';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.parse('2027-06-01T12:00:00Z');
const ago = (days: number) => NOW - days * DAY_MS;

describeOnBothDatabases('old records', (open) => {
  let database: TestDatabase;
  let server: TestServer;
  let labId: LabId;
  let accountId: AccountId;

  beforeAll(async () => {
    database = await open();
    server = await startTestServer({
      database,
      clock: new FakeClock(NOW),
      env: { PANDAFAB_KEEP_MESSAGES_DAYS: '7', PANDAFAB_KEEP_SUBMISSION_KEYS_DAYS: '2' },
    });
    const administrator = await server.accountWith('administrator');
    ({ accountId } = administrator);
    labId = (await administrator.client.post<{ id: LabId }>('/api/v1/labs', { name: 'Lab' })).body.id;
  });
  afterAll(() => server.stop());

  const insert = (entity: EntityTarget<ObjectLiteral>, rows: object[]) =>
    server.app.get(UnitOfWork).run(async ({ manager }) => {
      for (let at = 0; at < rows.length; at += 100) await manager.insert(entity, rows.slice(at, at + 100));
    });
  const ids = async (entity: EntityTarget<ObjectLiteral>) =>
    (await server.app.get(ReadDatabase).of(entity).find()).map((row) => row.id as string).sort();
  const sweep = () => server.app.get(Retention).sweep();

  it('are deleted in batches after their time: messages that a lab has acknowledged, and no others', async () => {
    const message = (acknowledgedAt: number | null) => ({
      ...{ id: newId<string>(), labId, kind: 'command', body: {}, createdAt: ago(400), expiresAt: null },
      ...{ acknowledgedAt, overdueAt: null },
    });
    const old = Array.from({ length: 1203 }, () => message(ago(8)));
    const kept = [message(ago(6)), message(null)];
    await insert(LinkMessage, [...old, ...kept]);
    await sweep();
    expect(await ids(LinkMessage)).toEqual(kept.map(({ id }) => id).sort());
  });

  it('include a submission’s key for as long as the setting says', async () => {
    const key = (id: string, days: number) => ({
      ...{ id, accountId, fingerprint: 'f', batchId: null, claim: 'c', createdAt: ago(days) },
    });
    await insert(SubmissionKey, [key('old', 3), key('young', 1)]);
    await sweep();
    expect(await ids(SubmissionKey)).toEqual(['young']);
  });

  it('include mails that were sent or failed long ago, with their codes, but not waiting mails and their codes', async () => {
    const code = (id: string, days: number) => ({
      ...{ id, purpose: 'password-reset', codeHash: null, accountId: null, memberId: null, email: 'a@b.fr' },
      ...{
        language: 'fr',
        data: {},
        createdBy: null,
        createdAt: ago(days),
        expiresAt: ago(days),
        usedAt: null,
      },
    });
    const mail = (id: string, state: Mail['state'], days: number) => ({
      ...{
        id,
        template: 'password-reset',
        address: 'a@b.fr',
        language: 'fr',
        memberId: null,
        codeId: id,
        data: {},
      },
      ...{ state, failure: null, createdAt: ago(days), settledAt: state === 'waiting' ? null : ago(days) },
    });
    const rows = [
      ['sent', 'sent', 91],
      ['failed', 'failed', 91],
      ['dropped', 'dropped', 91],
      ['waits', 'waiting', 91],
      ['young', 'sent', 89],
    ] as const;
    await insert(AccountCode, [...rows.map(([id, , days]) => code(id, days)), code('handed-over', 91)]);
    await insert(
      Mail,
      rows.map(([id, state, days]) => mail(id, state, days)),
    );
    await sweep();
    expect(await ids(Mail)).toEqual(['waits', 'young']);
    expect(await ids(AccountCode)).toEqual(['waits', 'young']);
  });

  it('include transcripts, and the rest of one after a power cut', async () => {
    const store = server.app.get(TranscriptStore);
    const [old, young] = [newId<RunId>(), newId<RunId>()];
    for (const each of [old, young]) await store.keep(each, '0.0 > M105\n');
    const folder = join(database.dataDirectory, 'transcripts');
    const age = (name: string, days: number) =>
      utimesSync(join(folder, name), ago(days) / 1000, ago(days) / 1000);
    age(`${old}.txt`, 366);
    age(`${young}.txt`, 364);
    await sweep();
    expect(readdirSync(folder)).toEqual([`${young}.txt`]);
    expect(existsSync(join(folder, `${young}.txt`))).toBe(true);
  });
});
