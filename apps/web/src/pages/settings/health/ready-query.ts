import { queryOptions } from '@tanstack/react-query';
import { fetchInTurn } from '../../../api/gate';
import { type Answer, keyOf } from '../../../api/get';
import { Problem, problemOf } from '../../../api/problem';
import { currentLanguage } from '../../../i18n/i18n';

export type Ready = Answer<'/api/health/ready'>;

const UNAVAILABLE = 503;
const LOOK_AGAIN_MS = 15_000;

/** The state of the service. An answer that says that it cannot work is an answer too. */
async function askReady(): Promise<Ready> {
  const headers = { 'accept-language': currentLanguage() };
  const request = new Request('/api/health/ready', { headers });
  const response = await fetchInTurn(request).catch(() => {
    throw Problem.unreachable();
  });
  if (!response.ok && response.status !== UNAVAILABLE) throw await problemOf(response);
  return (await response.json()) as Ready;
}

export const readyQuery = queryOptions({
  queryKey: keyOf('/api/health/ready'),
  queryFn: askReady,
  refetchInterval: LOOK_AGAIN_MS,
  retry: false,
});
