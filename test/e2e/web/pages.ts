import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobId } from '@pandafab/shared';
import type { Page } from 'playwright-core';
import { openBooks } from './books';
import type { WebStack } from './stack';

export const fixture = (name: string) => join(__dirname, '../../fixtures/gcode', name);

export async function submit(stack: WebStack, file: string): Promise<JobId> {
  const form = new FormData();
  form.set('labId', stack.labId);
  form.set('file', new Blob([await readFile(fixture(file))]), file.replace(/^.*\//, ''));
  const { status, text, body } = await stack.admin.post<{ jobs: { id: JobId }[] }>('/api/v1/jobs', form);
  const [job] = body.jobs ?? [];
  if (!job) throw new Error(`${file}: ${status} ${text}`);
  return job.id;
}

/** Sends a file to look at it; it stays on the page until it is submitted. */
export async function sendToLookAt(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}/submit`);
  await page.locator('input[type=file]').setInputFiles(fixture(file));
  await page.getByText(/^(Prêt à déposer|Ready to be submitted) \(/).waitFor();
}

/** Every page of the web app, each with something to show. */
export async function everyPage(stack: WebStack): Promise<Readonly<Record<string, string>>> {
  const prestationId = await openBooks(stack.admin);
  const running = await submit(stack, 'cube20.gcode');
  await submit(stack, 'slicers/prusaslicer.gcode');
  return {
    wall: '/',
    submit: '/submit',
    jobs: '/jobs',
    'lab-jobs': '/lab-jobs',
    job: `/jobs/${running}`,
    machine: `/machines/${stack.machineId}`,
    spools: '/spools',
    members: '/members',
    agents: '/agents',
    prestations: '/prestations',
    prestation: `/prestations/${prestationId}`,
    account: '/account',
  };
}
