import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import type { Order } from './orders';

interface Issued {
  readonly number: string;
  readonly issuedOn: string;
}

/**
 * Issues all drafts at once, and each of them twice: a repeated request answers with the same document. Counts numbers
 * that are missing or double, and dates that fall.
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
    drafts.flatMap((id) => [issue(client, id, times), issue(client, id, times)]),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const first = answers.filter((_, at) => at % 2 === 0);
  const repeated = answers.filter((_, at) => at % 2 === 1);
  const different = first.filter(({ number }, at) => repeated[at]?.number !== number).length;
  const named = (name: string, value: number, unit = '', most?: number): Figure => ({
    ...{ scenario: `${database}, issue`, name, value, unit },
    ...(most === undefined ? {} : { most }),
  });
  const count = drafts.length;
  return [
    named(`${count} issues at once, each asked twice`, seconds, 's'),
    named('one issue, 99 %', percentile(times, 0.99), 'ms'),
    named('numbers missing', count - new Set(sequences(first).filter((at) => at <= count)).size, '', 0),
    named('numbers given twice', count - new Set(sequences(first)).size, '', 0),
    named('repeated requests with another number', different, '', 0),
    named('dates that fall', fallingDates(first), '', 0),
  ];
}

const MOST_TRIES = 5;

/**
 * A thousand connections at once are more than the system lets wait, and `fetch` gives up after ten seconds. A request
 * that found no connection is sent again, as a person would press again.
 */
async function issue(client: HttpClient, id: string, times: number[], tried = 1): Promise<Issued> {
  const begun = performance.now();
  try {
    const issued = await expectStatus(client.post<Issued>(`/api/v1/documents/${id}/issue`, {}), 200);
    times.push(performance.now() - begun);
    return issued;
  } catch (error) {
    if (!(error instanceof TypeError) || tried === MOST_TRIES) throw error;
    return issue(client, id, times, tried + 1);
  }
}

const sequences = (issued: readonly Issued[]): number[] =>
  issued.map(({ number }) => Number(number.slice(-6)));

function fallingDates(issued: readonly Issued[]): number {
  const days = [...issued].sort((a, b) => a.number.localeCompare(b.number)).map(({ issuedOn }) => issuedOn);
  return days.filter((day, at) => day < (days[at - 1] ?? '')).length;
}
