import {
  describeOnBothDatabases,
  startSmtp,
  startTestServer,
  type TemporarySmtp,
  type TestServer,
} from '@pandafab/testing';
import { AuditEntry } from '../../apps/server/src/platform/audit/audit.entities';
import { ReadDatabase } from '../../apps/server/src/platform/persistence/read-database';
import { generousLimits } from './fixtures/generous-limits';
import type { Right } from './rights/right';
import { RIGHTS } from './rights/rights-table';
import { PRINCIPALS, type Principal, RightsWorld } from './rights/rights-world';

interface Outcome {
  readonly status: number;
  readonly text: string;
}

/** Signed out, not allowed, not there for this caller, or too many requests: nothing was revealed and nothing done. */
const isRefused = ({ status }: Outcome): boolean => [401, 403, 404, 410, 429].includes(status);

const routeOf = (name: string): [method: string, path: string] => {
  const [method = '', path = ''] = name.split(' ');
  return [method, path];
};

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)|\*/g, (whole, name = whole) => params[name] ?? 'missing');

describeOnBothDatabases('rights', (open) => {
  let server: TestServer;
  let world: RightsWorld;
  let smtp: TemporarySmtp;

  beforeAll(async () => {
    smtp = await startSmtp();
    const env = { SMTP_URL: smtp.url, MAIL_FROM: 'fab@fab.example' };
    server = await startTestServer({ database: await open(), limits: generousLimits, env });
    world = await RightsWorld.open(server);
  });
  afterAll(async () => {
    await world.agent.leave();
    await server.stop();
    await smtp.stop();
  });

  type Params = Readonly<Record<string, string>>;

  async function knock(name: string, right: Right, principal: Principal, params: Params): Promise<Outcome> {
    const [method, path] = routeOf(name);
    const query = typeof right.query === 'function' ? right.query(world) : right.query;
    const address = filled(path, params) + (query ?? '');
    const headers = world.headersOf(principal);
    if (right.stream) return firstEvent(server.url + address, headers);
    return server.anonymous().request(method, address, { headers, body: right.body?.(world) });
  }

  const recorded = () => server.app.get(ReadDatabase).of(AuditEntry).count();

  it('are written down for every route that the running service answers, and for no other', () => {
    // HEAD answers as GET does, and goes through the same guard.
    const answering = server.routes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');
    const names = new Set(answering.map(({ method, path }) => `${method} ${path}`));
    expect([...names].filter((name) => !RIGHTS[name])).toEqual([]);
    expect(Object.keys(RIGHTS).filter((name) => !names.has(name))).toEqual([]);
  });

  it.each(Object.keys(RIGHTS))('%s', async (name) => {
    const right = RIGHTS[name] as Right;
    const [method] = routeOf(name);
    const found: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    const mustBeRecorded = method !== 'GET' && right.may.length > 0 && right.unrecorded === undefined;
    let wasRecorded = false;
    let params: Params | undefined;
    // First the callers without the right: the objects must still be there. A refused caller has used up none.
    const order = [...PRINCIPALS].sort(
      (a, b) => Number(right.may.includes(a)) - Number(right.may.includes(b)),
    );
    for (const principal of order) {
      params ??= (await right.params?.(world)) ?? {};
      const isCounted: boolean = mustBeRecorded && !wasRecorded && right.may.includes(principal);
      const before: number = isCounted ? await recorded() : 0;
      const outcome = await knock(name, right, principal, params);
      const isWanted = right.may.includes(principal);
      const refused = isWanted ? `refused: ${outcome.status} ${outcome.text.slice(0, 200)}` : 'refused';
      found[principal] = isRefused(outcome) ? refused : outcome.status >= 500 ? outcome.text : 'allowed';
      wanted[principal] = isWanted ? 'allowed' : 'refused';
      if (right.shows && !isRefused(outcome)) {
        found[`${principal} sees`] = String(outcome.text.includes(right.shows.text(world)));
        wanted[`${principal} sees`] = String(right.shows.to.includes(principal));
      }
      if (isCounted && outcome.status < 300) wasRecorded = (await recorded()) > before;
      if (!isRefused(outcome)) params = undefined;
    }
    expect(found).toEqual(wanted);
    expect([name, wasRecorded]).toEqual([name, mustBeRecorded]);
  });
});

/** An event stream up to its first event, or the refusal. */
async function firstEvent(url: string, headers: Record<string, string>): Promise<Outcome> {
  const abort = new AbortController();
  const answer = await fetch(url, { headers, signal: abort.signal });
  let text = '';
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8');
    if (!answer.ok || text.includes('event: snapshot')) break;
  }
  abort.abort();
  return { status: answer.status, text };
}
