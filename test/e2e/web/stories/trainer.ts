import {
  axeFindings,
  createDatabase,
  type HttpClient,
  PATIENCE_MS,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { generousLimits } from '../../../medium/fixtures/generous-limits';
import { make } from '../make';
import { leaveBrowser, openBrowser } from '../one-browser';
import { makePerson, signIn } from '../person';
import { LOOKS, type Look } from '../trainer/looks';

const HALF_HOUR = 1_800_000;
const DAY = 86_400_000;

let database: TestDatabase;
let redis: TemporaryRedis;
let server: TestServer;
let admin: HttpClient;
let browser: Browser;
let kind: { code: string };

beforeAll(async () => {
  database = await createDatabase('SQLite');
  redis = await startRedis();
  server = await startTestServer({ database, redisUrl: redis.url, limits: generousLimits });
  ({ client: admin } = await server.accountWith('administrator'));
  const kinds = await admin.get<{ items: { code: string }[] }>('/api/v1/machine-kinds');
  kind = kinds.body.items[0] ?? { code: '' };
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.stop();
  await redis.stop();
  await database.drop();
});

/** A day of the lab's calendar and a time on its clock, as the fields of a browser take them. */
function onClock(at: number): { day: string; time: string } {
  const zone = { timeZone: 'Europe/Paris' };
  const day = new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { day, time };
}

describe.each(LOOKS)('a trainer’s day, $name', (look: Look) => {
  const { words } = look;
  const people = look.people.map((displayName) => ({ displayName, id: '' }));
  let page: Page;
  let labId: string;
  let trainerId: string;
  let topic: string;
  let sessionId: string;

  const open = (path: string) => page.goto(server.url + path);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  const personId = (at: number) => people[at]?.id ?? '';
  const inductionsOf = async (at: number) =>
    (await admin.get<{ items: { kind: string }[] }>(`/api/v1/members/${personId(at)}/inductions`)).body.items;

  beforeAll(async () => {
    ({ id: labId } = await make(admin, '/labs', { name: look.lab }));
    await make(admin, `/labs/${labId}/rooms`, { kind: 'room', name: words.room, places: 12 });
    topic = words.topic;
    await make(admin, '/topics', {
      ...{ nameFr: topic, nameEn: topic, level: 'discover', aimsFr: topic, aimsEn: topic },
      ...{ lengthMinutes: 90, capacity: 2, inductionKind: kind.code },
    });
    for (const person of people)
      person.id = (await make(admin, '/members', { ...person, id: undefined, homeLabId: labId })).id;
    const trainer = await makePerson(admin, look.trainer, { role: 'trainer', labId }, labId);
    const made = await admin.get<{ account: { id: string } }>(`/api/v1/members/${trainer.memberId}`);
    trainerId = made.body.account.id;
    const context = await browser.newContext({ ...look.browser, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    page = await context.newPage();
    await signIn(page, server.url, trainer.email);
  });
  afterAll(() => page.context().close());

  it('sets the hours at which appointments can be booked', async () => {
    await open('/settings/trainer-hours');
    await button(words.addMonday).click();
    await page.getByRole('combobox', { name: words.copyMonday }).selectOption('all');
    await button(words.save).click();
    await page.getByText(words.hoursSaved).waitFor();
    await page.getByText(words.slotsFree).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('shows the appointment that a member has booked', async () => {
    const maker = await server.accountWith('maker');
    await admin.patch(`/api/v1/members/${maker.memberId}`, { displayName: look.maker });
    const slots = await maker.client.get<{ items: { from: string }[] }>(`/api/v1/labs/${labId}/slots`);
    const from = slots.body.items[0]?.from ?? '';
    const booked = await maker.client.post<{ id: string; day: string }>(
      `/api/v1/labs/${labId}/appointments`,
      {
        ...{ trainerId, from },
      },
    );
    expect(booked.status).toBe(201);
    await open(`/agenda?week=${booked.body.day}`);
    await page.getByRole('link', { name: new RegExp(words.appointment) }).click();
    await page.getByRole('link', { name: look.maker }).waitFor();
    expect(page.url()).toContain(booked.body.id);
  });

  it('plans a course from a topic, in a room', async () => {
    await open('/agenda');
    await button(words.newSession).click();
    await dialog().getByLabel(words.topicField).selectOption({ label: topic });
    const { day, time } = onClock(Date.now() + HALF_HOUR);
    await dialog().getByLabel(words.dayField).fill(day);
    await dialog().getByLabel(words.beginField).fill(time);
    await dialog().getByLabel(words.room).check();
    expect(await axeFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: words.plan, exact: true }).click();
    const card = page.getByRole('link', { name: new RegExp(topic) });
    await card.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await card.click();
    await page.getByRole('heading', { level: 1, name: topic }).waitFor();
    sessionId = page.url().split('/').at(-1) ?? '';
  });

  it('says beside the field what is in the way of a second one', async () => {
    const { day, time } = onClock(Date.now() + HALF_HOUR);
    await open('/agenda');
    await button(words.newSession).click();
    await dialog().getByLabel(words.titleField).fill(words.second);
    await dialog().getByLabel(words.dayField).fill(day);
    await dialog().getByLabel(words.beginField).fill(time);
    await dialog().getByRole('button', { name: words.plan, exact: true }).click();
    const trainer = dialog().getByLabel(words.trainerField);
    await dialog().getByText(words.trainerTaken).waitFor();
    expect(await trainer.getAttribute('aria-invalid')).toBe('true');
    await dialog().getByRole('button', { name: words.cancel, exact: true }).click();
  });

  it('plans a series without the days on which the trainer is taken', async () => {
    const { day, time } = onClock(Date.now() + HALF_HOUR);
    await open('/agenda');
    await button(words.newSession).click();
    await dialog().getByLabel(words.titleField).fill(words.second);
    await dialog().getByLabel(words.dayField).fill(day);
    await dialog().getByLabel(words.beginField).fill(time);
    await dialog().getByLabel(words.isSeries).check({ force: true });
    await dialog()
      .getByLabel(words.lastDayField)
      .fill(onClock(Date.now() + HALF_HOUR + 14 * DAY).day);
    await dialog().getByRole('group', { name: words.threeSessions }).waitFor();
    await dialog().getByRole('button', { name: words.plan, exact: true }).click();
    await dialog().getByRole('button', { name: words.leaveOut }).click();
    await dialog().getByRole('group', { name: words.twoSessions }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog().getByRole('button', { name: words.plan, exact: true }).click();
    await page.getByText(words.twoPlanned).waitFor();
  });

  it('registers people; the one too many waits', async () => {
    await open(`/agenda/${sessionId}`);
    for (const { displayName } of people) {
      await button(words.addPerson).click();
      await dialog().getByLabel(words.searchMember).fill(displayName);
      const choice = dialog().getByLabel(words.memberField, { exact: true });
      await choice.locator('option', { hasText: displayName }).waitFor({ state: 'attached' });
      await choice.selectOption({ label: displayName });
      await dialog().getByLabel(words.isHere).uncheck();
      await dialog().getByRole('button', { name: words.register, exact: true }).click();
      await page.getByRole('link', { name: displayName }).waitFor();
    }
    await page.getByText(words.waitingOne, { exact: true }).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('notes attendance by a tap and by a card, with the induction', async () => {
    await page
      .getByRole('group', { name: words.attendanceOf(0) })
      .getByRole('button', { name: words.present })
      .click();
    await page
      .getByRole('group', { name: words.attendanceOf(0) })
      .locator('[aria-pressed=true]')
      .waitFor();
    const { code } = await make<{ code: string }>(admin, `/members/${personId(1)}/cards`, {});
    await page.getByLabel(words.card, { exact: true }).fill(code);
    await page.keyboard.press('Enter');
    await page.getByText(words.cardNoted).waitFor();
    for (const at of [0, 1]) expect((await inductionsOf(at)).map((each) => each.kind)).toEqual([kind.code]);
    expect(await inductionsOf(2)).toEqual([]);
  });

  it('notes the course as held, with people without a name', async () => {
    await button(words.held).click();
    await dialog().getByLabel(words.headCount).fill('3');
    await dialog().getByRole('button', { name: words.noteHeld, exact: true }).click();
    await page.getByText(words.came).first().waitFor();
    const { body } = await admin.get<{ state: string; headCount: number }>(
      `/api/v1/lab-sessions/${sessionId}`,
    );
    expect(body).toMatchObject({ state: 'held', headCount: 3 });
    expect(await axeFindings(page)).toEqual([]);
  });

  it('creates the address at which a calendar program reads it', async () => {
    await open('/agenda');
    await button(words.feed).click();
    await dialog().getByRole('button', { name: words.createFeed, exact: true }).click();
    const address = await dialog().getByLabel(words.feedAddress).inputValue();
    const calendar = await (await fetch(new URL(new URL(address).pathname, server.url))).text();
    expect(calendar).toContain('BEGIN:VEVENT');
  });

  it('shows the catalogue of introductions and the rooms', async () => {
    await open('/settings/topics');
    await page.getByText(topic).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
