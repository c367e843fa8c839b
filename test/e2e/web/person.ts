import type { HttpClient } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { make } from './make';

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
  const { id } = await make(admin, '/members', { displayName, ...(homeLabId && { homeLabId }) });
  const email = `${displayName.toLowerCase().replace(/\W+/g, '.')}@example.org`;
  await make(admin, `/members/${id}/account`, { email, password: PASSWORD, roles: [held] });
  return { email, memberId: id };
}

/** Signs in through the sign-in page, which is shown at this address; the caller waits for the next page. */
export async function signIn(page: Page, url: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(url);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForSelector('main h1');
}
