import { axeFindings, type HttpClient, pollUntil } from '@pandafab/testing';
import type { Locator, Page } from 'playwright-core';
import { smallPart } from '../../medium/fixtures/chain-world';
import { faultsOfLayout, faultsOfOutline } from './layout';
import type { WebStack } from './stack';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

interface Listed {
  readonly fileName: string;
  readonly expected: object | null;
  readonly onlyMachineId: string | null;
}
interface Shown extends Listed {
  readonly state: string;
  readonly queue: object;
}

/** The queue of a stack's lab: people who submit parts to it, and a manager's page that shows it. */
export class QueueAtWork {
  private readonly makers = new Map<string, HttpClient>();
  page!: Page;

  constructor(readonly stack: WebStack) {}

  /** A person submits a part; the person is made at first. @returns the id of the first job, once its file is read */
  async submitAs(who: string, name: string, fields: Record<string, string> = {}): Promise<string> {
    const form = new FormData();
    for (const [field, value] of Object.entries({ labId: this.stack.labId, ...fields }))
      form.set(field, value);
    form.set('file', new Blob([smallPart(`queue ${name}`)]), `${name}.gcode`);
    const client = await this.clientOf(who);
    const { body, text } = await client.post<{ jobs: { id: string }[] }>('/api/v1/jobs', form);
    const [job] = body.jobs ?? [];
    if (!job) throw new Error(text);
    await pollUntil(`${name} to be read`, async () => (await this.job(job.id)).state !== 'analysing');
    return job.id;
  }

  private async clientOf(who: string): Promise<HttpClient> {
    const known = this.makers.get(who);
    if (known) return known;
    const { client, memberId } = await this.stack.server.accountWith('maker');
    await this.stack.admin.patch(`/api/v1/members/${memberId}`, { displayName: who });
    this.makers.set(who, client);
    return client;
  }

  async job(id: string): Promise<Shown> {
    return (await this.stack.admin.get<Shown>(`/api/v1/jobs/${id}`)).body;
  }

  /** The waiting jobs, as the server has them. */
  async waiting(): Promise<readonly Listed[]> {
    const path = `/api/v1/jobs?labId=${this.stack.labId}&state=queued&order=queue`;
    return (await this.stack.admin.get<{ items: Listed[] }>(path)).body.items;
  }

  /** Waits until the server has this order, and the page shows it. */
  async orderIs(...names: string[]): Promise<void> {
    const files = names.map((name) => `${name}.gcode`).join();
    await pollUntil(
      `the queue ${names}`,
      async () => (await this.waiting()).map(({ fileName }) => fileName).join() === files,
    );
    await this.shows(...names);
  }

  async shows(...names: string[]): Promise<void> {
    const files = names.map((name) => `${name}.gcode`).join();
    await pollUntil(
      `the rows ${names}`,
      async () => (await this.page.locator('.queue-name').allInnerTexts()).join() === files,
    );
  }

  row(name: string): Locator {
    return this.page.locator('.queue-row', { hasText: `${name}.gcode` }).first();
  }

  /** A button of a row, such as `Déplacer`. */
  button(name: string, verb: string): Locator {
    return this.row(name).getByRole('button', { name: `${verb} ${name}.gcode` });
  }

  async marked(name: string, words: string | RegExp): Promise<void> {
    await this.row(name).locator('.queue-mark', { hasText: words }).waitFor();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Opens the dialog of a row, and chooses what to do there. */
  async choose(name: string, hand: string): Promise<void> {
    await this.button(name, 'Modifier').click();
    await this.dialog.getByRole('button', { name: new RegExp(`^${hand}`) }).click();
  }

  async send(label: string): Promise<void> {
    await this.dialog.getByRole('button', { name: label, exact: true }).click();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.stack.server.url + path);
    await this.page.waitForSelector('main h1');
  }

  async faults(size: typeof PHONE): Promise<string[]> {
    await this.page.setViewportSize(size);
    const layout = [...(await faultsOfOutline(this.page)), ...(await faultsOfLayout(this.page))];
    return [...layout, ...(await axeFindings(this.page))];
  }
}
