import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import type { Order } from './orders';

interface Issued {
  readonly number: string;
  readonly issuedOn: string;
}

/**
 * Issues all drafts at once, each on a connection of its own, and each again after its answer: the same document is
 * answered. Counts numbers that are missing or double, and dates that fall. Tests press twice at the same moment; here
 * that would be more connections than a system lets wait (511).
 */
export async function measureIssues(
  foundations: Foundations,
  orders: readonly Order[],
  database: string,
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const drafts = orders.flatMap((order) => order.drafts);
  const times: number[] = [];
  const begun = performance.now();
  const answers = await Promise.all(
    drafts.map(async (id) => {
      const first = await issue(client, id, times);
      return { first, again: await issue(client, id, []) };
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const first = answers.map((each) => each.first);
  const different = answers.filter((each) => each.again.number !== each.first.number).length;
  const named = (name: string, value: number, unit = '', most?: number): Figure => ({
    ...{ scenario: `${database}, issue`, name, value, unit },
    ...(most === undefined ? {} : { most }),
  });
  const count = drafts.length;
  return [
    named(`${count} issues at once, each repeated after its answer`, seconds, 's'),
    named('one issue, 99 %', percentile(times, 0.99), 'ms'),
    named('numbers missing', count - new Set(sequences(first).filter((at) => at <= count)).size, '', 0),
    named('numbers given twice', count - new Set(sequences(first)).size, '', 0),
    named('repeated requests with another number', different, '', 0),
    named('dates that fall', fallingDates(first), '', 0),
  ];
}

async function issue(client: HttpClient, id: string, times: number[]): Promise<Issued> {
  const begun = performance.now();
  const issued = await expectStatus(client.post<Issued>(`/api/v1/documents/${id}/issue`, {}), 200);
  times.push(performance.now() - begun);
  return issued;
}

const sequences = (issued: readonly Issued[]): number[] =>
  issued.map(({ number }) => Number(number.slice(-6)));

function fallingDates(issued: readonly Issued[]): number {
  const days = [...issued].sort((a, b) => a.number.localeCompare(b.number)).map(({ issuedOn }) => issuedOn);
  return days.filter((day, at) => day < (days[at - 1] ?? '')).length;
}
