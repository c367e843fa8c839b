import type { HttpClient } from '@pandafab/testing';
import type { Page } from 'playwright-core';

export const PASSWORD = 'a heron counts seven lamps';

export interface Person {
  readonly email: string;
  readonly memberId: string;
}

export type Role = 'maker' | 'trainer' | 'manager' | 'billing' | 'administrator';

interface Held {
  readonly role: Role;
  /** Absent: everywhere. */
  readonly labId?: string;
}

/** A member with an account and a role. */
export async function makePerson(
  admin: HttpClient,
  displayName: string,
  held: Held,
  homeLabId?: string,
): Promise<Person> {
  const { body } = await admin.post<{ id: string }>('/api/v1/members', {
    displayName,
    ...(homeLabId && { homeLabId }),
  });
  const email = `${displayName.toLowerCase().replace(/\W+/g, '.')}@example.org`;
  const account = { email, password: PASSWORD, roles: [held] };
  const { status, text } = await admin.post(`/api/v1/members/${body.id}/account`, account);
  if (status !== 201) throw new Error(`${displayName}: ${status} ${text}`);
  return { email, memberId: body.id };
}

/** Signs in through the sign-in page, which is shown at this address; the caller waits for the next page. */
export async function signIn(page: Page, url: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(url);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('main h1');
}
