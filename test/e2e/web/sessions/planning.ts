import { axeFindings, type HttpClient } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { holdBack } from '../hold-back';

const HOUR = 3_600_000;
const MINUTE = 60_000;

export interface Planning {
  /** An administrator's, with the lab chosen. */
  readonly page: Page;
  readonly url: string;
  readonly labId: string;
  readonly admin: HttpClient;
  /** The id of the trainer's account, who leads what is planned without the page. */
  readonly trainerId: string;
}

interface Planned {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly from: string;
}

/** What staff do with rooms and sessions: a part of a story that has a lab with a trainer. */
export function tellOfPlanning(story: () => Planning): void {
  const open = (path: string) => story().page.goto(story().url + path);
  const button = (name: string) => story().page.getByRole('button', { name, exact: true });
  const dialog = () => story().page.getByRole('dialog');
  const pressIn = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  const said = (words: string | RegExp) => story().page.getByText(words).first().waitFor();
  const row = (name: string) => story().page.locator('.rooms-list > li', { hasText: name });

  /** Plans without the page, led by the trainer. */
  async function plan(fields: object): Promise<Planned[]> {
    const { admin, labId, trainerId } = story();
    const body = { labId, trainerId, kind: 'course', evenIfClosed: true, ...fields };
    const answer = await admin.post<{ items: Planned[] }>('/api/v1/lab-sessions', body);
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return [...answer.body.items].sort((a, b) => a.from.localeCompare(b.from));
  }
  const roomsOf = async () => {
    const path = `/api/v1/labs/${story().labId}/rooms?retired=true`;
    return (await story().admin.get<{ items: { id: string; name: string }[] }>(path)).body.items;
  };
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

  it('add a room, rename it, retire it and restore it', async () => {
    const { page } = story();
    await open('/settings/rooms');
    await button('Ajouter').click();
    await dialog().getByLabel('Nom').fill('Petite sale');
    await dialog().getByLabel('Places').fill('6');
    await pressIn('Ajouter');
    await row('Petite sale').getByRole('button', { name: 'Modifier' }).click();
    await dialog().getByLabel('Nom').fill('Petite salle');
    await pressIn('Enregistrer');
    await row('Petite salle').getByText('6 places').waitFor();
    await row('Petite salle').getByRole('button', { name: 'Retirer' }).click();
    await row('Petite salle').getByText('Retiré').waitFor();
    await open('/agenda');
    await button('Nouvelle séance').click();
    // The trainers are read with the rooms.
    await dialog()
      .getByLabel(/^Animée par/)
      .waitFor();
    await said('Ce lab n’a pas encore de salle.');
    await pressIn('Annuler');
    await open('/settings/rooms');
    await row('Petite salle').getByRole('button', { name: 'Rétablir' }).click();
    await row('Petite salle').getByRole('button', { name: 'Retirer' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect((await roomsOf()).map(({ name }) => name)).toEqual(['Petite salle']);
  });

  it('are told beside the rooms which session has the room already', async () => {
    const { page } = story();
    const [room] = await roomsOf();
    const from = Math.ceil((Date.now() + 6 * 24 * HOUR) / HOUR) * HOUR;
    const [first] = await plan({
      ...{ title: 'Monter un film', roomIds: [room?.id] },
      ...{ from: new Date(from).toISOString(), until: new Date(from + HOUR).toISOString() },
    });
    await open('/agenda');
    await button('Nouvelle séance').click();
    await dialog()
      .getByLabel(/^Titre/)
      .fill('Broder');
    const { day, time } = onClock(from);
    await dialog().getByLabel(/^Jour/).fill(day);
    await dialog()
      .getByLabel(/^Début/)
      .fill(time);
    await dialog().getByLabel('Petite salle').check();
    await pressIn('Programmer');
    const refusal = dialog()
      .getByRole('alert')
      .getByText(/Petite salle est déjà pris.*Monter un film/);
    await refusal.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog().getByLabel('Petite salle').uncheck();
    await pressIn('Programmer');
    await said('1 séance programmée.');
    await open(`/agenda/${first?.id}`);
    await said(/Petite salle/);
  });

  it('change a session and the following ones of its series, and leave the one before', async () => {
    const firstDay = onClock(Date.now() + 8 * 24 * HOUR).day;
    const series = await plan({
      title: 'Coudre',
      rule: {
        ...{ weekdays: [weekdayOf(firstDay)], everyWeeks: 1, firstDay },
        lastDay: onClock(Date.now() + 23 * 24 * HOUR).day,
        ...{ begins: '18:00', minutes: 90 },
      },
    });
    expect(series).toHaveLength(3);
    const letGo = await holdBack(story().page, '**/api/v1/labs/*/trainers');
    await open(`/agenda/${series[1]?.id}`);
    await button('Modifier').click();
    // Without its trainers the form could not be sent: it waits for them.
    await dialog().getByRole('status').waitFor();
    expect(await dialog().getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    letGo();
    await dialog()
      .getByLabel('Quelles séances')
      .selectOption({ label: 'Celle-ci et les suivantes de la série' });
    await dialog()
      .getByLabel(/^Titre/)
      .fill('Coudre et réparer');
    await pressIn('Enregistrer');
    await said('2 séances modifiées.');
    await story().page.getByRole('heading', { level: 1, name: 'Coudre et réparer', exact: true }).waitFor();
    await open(`/agenda/${series[2]?.id}`);
    await story().page.getByRole('heading', { level: 1, name: 'Coudre et réparer', exact: true }).waitFor();
    await open(`/agenda/${series[0]?.id}`);
    await story().page.getByRole('heading', { level: 1, name: 'Coudre', exact: true }).waitFor();
  });

  it('reopen a session that was noted as held; a cancelled one stays cancelled', async () => {
    const [held] = await plan({ title: 'Graver', from: inMinutes(20), until: inMinutes(80) });
    await open(`/agenda/${held?.id}`);
    await button('Séance tenue').click();
    await dialog()
      .getByLabel(/^Autres personnes/)
      .fill('4');
    await pressIn('Noter comme tenue');
    await said('4 personnes présentes');
    await button('Rouvrir la séance').click();
    await said('La séance est rouverte. Les présences sont gardées.');
    await button('Annuler la séance').click();
    await dialog()
      .getByLabel(/^Raison/)
      .fill('Panne de courant');
    await pressIn('Annuler la séance');
    await said('Séance annulée : Panne de courant');
    for (const name of ['Rouvrir la séance', 'Modifier', 'Annuler la séance'])
      await button(name).waitFor({ state: 'detached' });
    const { body } = await story().admin.get<Planned>(`/api/v1/lab-sessions/${held?.id}`);
    expect(body.state).toBe('cancelled');
    expect(await axeFindings(story().page)).toEqual([]);
  });
}

/** A day of the lab's calendar and a time on its clock, as the fields of a browser take them. */
function onClock(at: number): { day: string; time: string } {
  const zone = { timeZone: 'Europe/Paris' };
  const day = new Intl.DateTimeFormat('en-CA', { ...zone, dateStyle: 'short' }).format(at);
  const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at);
  return { day, time };
}

/** 1 is Monday, 7 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
