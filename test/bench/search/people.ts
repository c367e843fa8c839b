import { SCOPES } from '@pandafab/domain';
import { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import type { Seeded } from './seed';

export interface Person {
  readonly name: string;
  readonly client: HttpClient;
}

const PASSWORD = 'trois girafes violettes';

/** Who searches: an administrator, the manager of a lab, and a maker with few jobs. */
export async function invitePeople(foundations: Foundations, seeded: Seeded): Promise<Person[]> {
  const [administrator] = foundations.clients as [HttpClient];
  const { id } = await foundations.make<{ id: string }>('/members', { displayName: 'Manager' });
  return [
    { name: 'administrator', client: administrator },
    {
      name: 'manager of a lab',
      client: await signIn(foundations, id, [{ role: 'manager', labId: seeded.labId }]),
    },
    { name: 'maker', client: await signIn(foundations, seeded.memberId, [{ role: 'maker' }]) },
  ];
}

async function signIn(foundations: Foundations, memberId: string, roles: object[]): Promise<HttpClient> {
  const [{ baseUrl }] = foundations.clients as [HttpClient];
  const login = { email: `${memberId}@example.org`, password: PASSWORD };
  await foundations.make(`/members/${memberId}/account`, { ...login, roles });
  const browser = new HttpClient(baseUrl);
  await expectStatus(browser.post('/api/v1/auth/login', login), 204);
  const origin = { headers: { origin: baseUrl } };
  const token = browser.post<{ token: string }>('/api/v1/tokens', { name: 'bench', scopes: SCOPES }, origin);
  return new HttpClient(baseUrl, (await expectStatus(token, 201)).token);
}
