import type { HttpClient } from '@pandafab/testing';

/**
 * Makes something through the API, which must succeed.
 * @param path below `/api/v1`
 */
export async function make<Body = { id: string }>(
  client: HttpClient,
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Body> {
  const answer = await client.request<Body>(method, `/api/v1${path}`, { body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}
