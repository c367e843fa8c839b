import { type HttpClient, pollUntil } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';

/** Each member submits so many prints at once, and can pay for one. */
const PRINTS_EACH = 3;
const TOP_UP_CENTS = 250;

const PRICE = { unitPriceCents: 8_340, basisGrams: 1_000 };
const RATES = {
  ...{ free: false, machineHourCents: 250, materials: {}, otherMaterials: PRICE },
  ...{ setUpFeeCents: 150, minimumCents: 0 },
};
const NOTHING = { cancelledByMaker: 'nothing', cancelledByStaff: 'nothing', failed: 'nothing' };
const SETTINGS = {
  isOn: true,
  defaultAllowanceCents: 0,
  invoicesMonthly: false,
  quotas: {},
  policy: NOTHING,
};
const PART = `; part\nG28\nM83\n${Array.from({ length: 20 }, (_, at) => `G1 X${at + 1} Y5 E0.1`).join('\n')}\n`;

interface Account {
  readonly memberId: string;
  readonly availableCents: number;
  readonly reservedCents: number;
}

const put = (client: HttpClient, path: string, body: unknown) =>
  expectStatus(client.request('PUT', `/api/v1${path}`, { body }), 200);

/**
 * Members who submit several prints at the same moment, each with money for one. Counts accounts that reserved more
 * than they hold, and those that reserved nothing. Call it where the seller is entered.
 */
export async function measureAccounts(
  foundations: Foundations,
  members: number,
  database: string,
): Promise<Figure[]> {
  const [client] = foundations.clients as [HttpClient];
  const { labId, memberIds } = await furnish(foundations, client, members);
  const times: number[] = [];
  const begun = performance.now();
  const wanted = memberIds.flatMap((memberId) => Array.from({ length: PRINTS_EACH }, () => memberId));
  await Promise.all(wanted.map((memberId) => submit(client, { labId, memberId }, times)));
  const seconds = (performance.now() - begun) / 1_000;
  const accounts = await accountsOf(client);
  const named = (name: string, value: number, unit = '', most?: number): Figure => ({
    ...{ scenario: `${database}, accounts`, name, value, unit },
    ...(most === undefined ? {} : { most }),
  });
  return [
    named(`${wanted.length} prints of ${members} members at once`, seconds, 's'),
    named('one submission, 99 %', percentile(times, 0.99), 'ms'),
    named('accounts below their limit', accounts.filter((each) => each.availableCents < 0).length, '', 0),
    named(
      'accounts that reserved nothing',
      accounts.filter((each) => each.reservedCents === 0).length,
      '',
      0,
    ),
  ];
}

/** A lab, a tariff, a file that is read, and members with money. */
async function furnish(foundations: Foundations, client: HttpClient, members: number) {
  const groups = ['resident', 'member', 'student', 'school', 'organisation'];
  const rates = { currency: 'EUR', categories: Object.fromEntries(groups.map((group) => [group, RATES])) };
  await foundations.make('/tariffs', { name: 'Tarif', rates });
  await put(client, '/account-settings', SETTINGS);
  const { id: labId } = await foundations.make<{ id: string }>('/labs', { name: 'Lab' });
  const memberIds: string[] = [];
  for (let at = 1; at <= members; at++) {
    const member = { displayName: `Membre ${at}`, category: 'non-resident' };
    const { id } = await foundations.make<{ id: string }>('/members', member);
    await foundations.make(`/member-accounts/${id}/top-ups`, { cents: TOP_UP_CENTS, means: 'cash' });
    memberIds.push(id);
  }
  await submit(client, { labId }, []);
  await pollUntil('the file to be read', async () => {
    const { body } = await client.get<{ total: number }>(`/api/v1/jobs?labId=${labId}&state=queued`);
    return body.total === 1 ? true : undefined;
  });
  return { labId, memberIds };
}

async function submit(client: HttpClient, fields: Readonly<Record<string, string>>, times: number[]) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([PART]), 'part.gcode');
  const begun = performance.now();
  await expectStatus(client.post('/api/v1/jobs', form), 201);
  times.push(performance.now() - begun);
}

/** Those that have money: the administrator's own account has none. */
async function accountsOf(client: HttpClient): Promise<Account[]> {
  const page = '/api/v1/member-accounts?sort=-balance&limit=200';
  const { body } = await client.get<{ items: (Account & { balanceCents: number })[] }>(page);
  return body.items.filter(({ balanceCents }) => balanceCents > 0);
}
