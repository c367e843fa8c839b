import { newId } from '@pandafab/shared';
import { describeOnBothDatabases, FakeClock, pollUntil, type TestAccount } from '@pandafab/testing';
import { PresenceBook } from '../../../apps/server/src/network/link/presence-book';
import { Account } from '../../../apps/server/src/people/accounts/account.entity';
import { NoticeMailingService } from '../../../apps/server/src/people/notices/notice-mailing.service';
import { notify } from '../../../apps/server/src/people/notices/notify';
import type { Unit } from '../../../apps/server/src/platform/persistence/unit';
import { UnitOfWork } from '../../../apps/server/src/platform/persistence/unit-of-work';
import {
  jobDone,
  jobNeedsApproval,
  jobSlipped,
} from '../../../apps/server/src/production/notices/job-notices';
import { LabWatchService } from '../../../apps/server/src/production/notices/lab-watch.service';
import { ChainWorld } from '../fixtures/chain-world';
import { MailWorld, PUBLIC_URL } from '../fixtures/mail-world';
import { noticesOf, noticesWhen } from './notices-world';

const MINUTE_MS = 60_000;

describeOnBothDatabases('mails about events', (open) => {
  let world: MailWorld;
  let ana: TestAccount;
  let address: string;
  const clock = new FakeClock(Date.parse('2026-12-03T09:00:00Z'));

  beforeAll(async () => {
    world = await MailWorld.start(await open(), { clock });
  });
  afterAll(() => world.stop());
  beforeEach(async () => {
    ana = await world.server.accountWith('maker');
    address = `${ana.accountId}@test.invalid`;
    await ana.client.request('PATCH', '/api/v1/me', { body: { language: 'en' } });
  });

  const unit = (work: (unit: Unit) => Promise<unknown>) => world.server.app.get(UnitOfWork).run(work);
  /** Tells Ana that this many copies of a batch are done. */
  const tellDone = (fileName: string, copies = 1) =>
    unit((each) => {
      const telling = { to: [ana.accountId], subject: `batch-${fileName}` };
      const all = Array.from({ length: copies }, () => ({
        ...telling,
        details: { jobId: newId<string>(), fileName },
      }));
      return notify(each, jobDone, ...all);
    });
  const mailing = () => world.server.app.get(NoticeMailingService);
  /** The time at which the next mail of a kind may follow; then the periodic task looks. */
  const tenMinutesLater = async () => {
    clock.jump(10 * MINUTE_MS);
    await mailing().postAll();
  };
  const received = (to = address) => world.smtp.received.filter((mail) => mail.to === to);
  const stopPath = (text: string) => {
    const [path] = /\/unsubscribe\/[\w-]+/.exec(text) ?? [];
    if (!path) throw new Error(`no link in: ${text}`);
    return path;
  };

  it('are plain, in the person’s language, with links to the job and to stop them', async () => {
    await ana.client.request('PATCH', '/api/v1/me', { body: { language: 'fr' } });
    await tellDone('anneau.gcode');
    const mail = await world.newestTo(address);
    const [notice] = (await noticesOf(ana.client)).items;
    expect(mail.subject).toBe('Terminé\u00a0: anneau.gcode');
    expect(mail.text).toContain(`${PUBLIC_URL}${notice?.path}`);
    const link = `${PUBLIC_URL}${stopPath(mail.text)}`;
    // The reader of the test puts all headers of lists together.
    const lists = JSON.stringify(mail.headers.get('list'));
    for (const part of [link, 'One-Click']) expect(lists).toContain(part);
    const kept = await world.query('SELECT * FROM notice_unsubscribes');
    expect(JSON.stringify([kept, await world.kept()])).not.toContain(link.split('/').at(-1));
  });

  it('come at once, then together: those of ten minutes are one mail', async () => {
    await tellDone('first.gcode');
    await world.smtp.mailsTo(address, 1);
    for (const fileName of ['a.gcode', 'b.gcode']) await tellDone(fileName, 6);
    await mailing().postAll();
    await tenMinutesLater();
    const [, second] = await world.smtp.mailsTo(address, 2);
    expect(second?.subject).toBe('12 parts are done');
    for (const line of ['6 parts done: a.gcode', '6 parts done: b.gcode'])
      expect(second?.text).toContain(line);
    expect(second?.text).toContain(`${PUBLIC_URL}/notices`);
    await tenMinutesLater();
    expect(received()).toHaveLength(2);
    expect((await noticesOf(ana.client)).items.map(({ count }) => count)).toEqual([6, 6, 1]);
  });

  it('leave out what was read behind the bell meanwhile', async () => {
    await tellDone('seen-first.gcode');
    await world.smtp.mailsTo(address, 1);
    await tellDone('seen.gcode');
    await ana.client.post('/api/v1/notices/read');
    await tellDone('unseen.gcode');
    await tenMinutesLater();
    const [, second] = await world.smtp.mailsTo(address, 2);
    expect(second?.subject).toBe('Done: unseen.gcode');
  });

  it('are sent once after a crash between the event and its mail', async () => {
    // The process ends right after the commit: nothing queues the mail but the periodic task of the next one.
    const crash = jest.spyOn(mailing(), 'postAll').mockRejectedValue(new Error('the process has ended'));
    await tellDone('crash.gcode');
    await pollUntil('the process to end', () => crash.mock.calls.length > 0);
    crash.mockRestore();
    expect(received()).toEqual([]);
    await Promise.all([mailing().postAll(), mailing().postAll()]);
    await world.smtp.mailsTo(address, 1);
    await mailing().postAll();
    expect(await world.settled(address)).toMatchObject([{ state: 'sent' }]);
    expect(received()).toHaveLength(1);
  });

  it('say the same at each attempt; what happens meanwhile is in the next mail', async () => {
    await world.smtp.goAway();
    await tellDone('retried.gcode');
    const taken = async () =>
      (await world.query(`SELECT id FROM notice_mail_lines WHERE "mailId" IS NOT NULL`)).length === 1;
    await pollUntil('a first attempt', taken);
    await tellDone('later.gcode');
    await world.smtp.comeBack();
    const first = await world.newestTo(address);
    expect(first.subject).toBe('Done: retried.gcode');
    await tenMinutesLater();
    expect((await world.newestTo(address, 2)).subject).toBe('Done: later.gcode');
    await world.settled(address);
    expect(await world.query('SELECT id FROM notice_mail_lines')).toEqual([]);
  });

  it('stop by their link, without signing in, and for that kind only', async () => {
    await tellDone('stop.gcode');
    const path = stopPath((await world.newestTo(address)).text);
    const visitor = world.server.anonymous();
    const english = { headers: { 'accept-language': 'en' } };
    const asked = await visitor.get(path, english);
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('My part is done');
    const mailOf = async (kind: string) => {
      const { body } = await ana.client.get<{ items: { kind: string; mail: boolean; bell: boolean }[] }>(
        '/api/v1/notices/choices',
      );
      return body.items.find((each) => each.kind === kind);
    };
    expect(await mailOf('job.done')).toMatchObject({ mail: true });
    // As a mail program does it, twice.
    const oneClick = { ...english, body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    for (let times = 0; times < 2; times++)
      expect((await visitor.request('POST', path, oneClick)).status).toBe(200);
    expect(await mailOf('job.done')).toMatchObject({ mail: false, bell: true });
    expect(await mailOf('job.failed')).toMatchObject({ mail: true });
    await tellDone('silent.gcode');
    await tenMinutesLater();
    expect(received()).toHaveLength(1);
    expect((await visitor.get('/unsubscribe/unknown', english)).status).toBe(404);
  });

  it('are not sent to disabled accounts, nor to addresses that the mail server refused', async () => {
    const ben = await world.server.accountWith('maker');
    await unit(({ manager }) => manager.update(Account, { id: ben.accountId }, { disabledAt: clock.now() }));
    const details = { jobId: newId<string>(), fileName: 'refused.gcode' };
    const tell = (to: TestAccount) =>
      unit((each) => notify(each, jobDone, { to: [to.accountId], subject: 'batch-x', details }));
    await tell(ben);
    world.smtp.refuse(address);
    await tell(ana);
    expect(await world.settled(address)).toMatchObject([{ state: 'failed' }]);
    clock.jump(10 * MINUTE_MS);
    await tell(ana);
    await pollUntil('nothing to wait', async () => {
      await mailing().postAll();
      return (await world.query('SELECT id FROM notice_mail_lines')).length === 0;
    });
    expect(await world.settled(address)).toHaveLength(1);
    expect(received(`${ben.accountId}@test.invalid`)).toEqual([]);
  });

  it('tell of delays and of approvals, as scheduling will', async () => {
    const job = { jobId: newId<string>(), fileName: 'late.gcode' };
    const expectedAt = Date.parse('2026-12-03T13:30:00Z');
    const cause = { code: 'WAITS.BED_NOT_CLEAR', details: {} };
    const slipped = { ...job, expectedAt, formerAt: expectedAt - 3_600_000, cause };
    const telling = { to: [ana.accountId], subject: 'batch-late' };
    await unit(async (each) => {
      await notify(each, jobSlipped, { ...telling, details: slipped });
      await notify(each, jobNeedsApproval, { ...telling, details: job });
    });
    await world.smtp.mailsTo(address, 2);
    const mail = received().find(({ subject }) => subject.startsWith('Now'));
    expect(mail?.subject).toBe('Now expected Thursday 3 December at 14:30: late.gcode');
    expect(mail?.text).toContain('Before: Thursday 3 December at 13:30.');
    expect(received().map(({ subject }) => subject)).toContain('Needs your approval: late.gcode');
  });

  it('tell once of a lab’s computer that comes and goes', async () => {
    const chain = await ChainWorld.of(world.server);
    const lab = await chain.makeLab();
    const manager = await world.server.accountWith({ role: 'manager', labId: lab.labId });
    const watch = world.server.app.get(LabWatchService);
    const minutes = async (count: number) => {
      for (let at = 0; at < count; at++) {
        clock.jump(MINUTE_MS);
        await watch.look();
      }
    };
    const agent = await chain.joinAgent(lab);
    const presence = world.server.app.get(PresenceBook);
    await minutes(10);
    await agent.leave();
    presence.leave(lab.labId);
    await minutes(4);
    expect((await noticesOf(manager.client)).items).toEqual([]);
    await minutes(3);
    const [notice] = await noticesWhen(manager.client, 'lab.computerAway');
    expect(notice).toMatchObject({ count: 1, title: 'The lab’s computer does not answer: Fontaine d’Ouche' });
    for (let flaps = 0; flaps < 3; flaps++) {
      presence.arrive(lab.labId, agent.epoch);
      await minutes(3);
      presence.leave(lab.labId);
      await minutes(7);
    }
    expect(await noticesOf(manager.client)).toMatchObject({ total: 1, items: [{ count: 1 }] });
    const mails = () => received(`${manager.accountId}@test.invalid`);
    await pollUntil('the mail', () => mails().length > 0);
    expect(mails()).toHaveLength(1);
  });
});
