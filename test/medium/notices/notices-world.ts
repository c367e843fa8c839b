import { type HttpClient, pollUntil } from '@pandafab/testing';

export interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly more: string | null;
  readonly path: string;
  readonly count: number;
  readonly readAt: string | null;
}
export interface NoticeList {
  readonly items: NoticeView[];
  readonly total: number;
  readonly unread: number;
}

const ENGLISH = { headers: { 'accept-language': 'en' } };

export const noticesOf = async (client: HttpClient, query = ''): Promise<NoticeList> =>
  (await client.get<NoticeList>(`/api/v1/notices${query}`, ENGLISH)).body;

/** The person's notices of a kind, once there are some. */
export const noticesWhen = (client: HttpClient, kind: string, isThere = (_: NoticeView) => true) =>
  pollUntil(`a notice of ${kind}`, async () => {
    const found = (await noticesOf(client)).items.filter((each) => each.kind === kind && isThere(each));
    return found.length > 0 ? found : undefined;
  });

export const choose = (client: HttpClient, kind: string, ways: { bell?: boolean; mail?: boolean }) =>
  client.request('PUT', '/api/v1/notices/choices', { body: { items: [{ kind, ...ways }] } });
