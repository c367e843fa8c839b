import {
  describeOnBothDatabases,
  type HttpClient,
  startTestServer,
  type TestServer,
} from '@pandafab/testing';
import { describeApi } from '../../apps/server/src/openapi';

interface Operation {
  readonly 'x-access'?: string;
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const operationsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

/** A path with something in every place: the guard answers before anything is looked up. */
const filled = (path: string) => path.replace(/\{\w+\}/g, '0193b0e0-0000-7000-8000-000000000000');

describeOnBothDatabases('the API’s description', (open) => {
  let server: TestServer;
  let description: Description;
  let client: HttpClient;

  beforeAll(async () => {
    server = await startTestServer({ database: await open() });
    client = (await server.accountWith('maker')).client;
    description = (await client.get<Description>('/api/openapi.json')).body;
  });
  afterAll(() => server.stop());

  it('is for whoever is signed in', async () => {
    expect((await server.anonymous().get('/api/openapi.json')).status).toBe(401);
  });

  it('is the same when nothing is started for it', async () => {
    expect(JSON.parse(await describeApi())).toEqual(description);
    expect(await describeApi()).toBe(await describeApi());
  });

  it('says of every operation who may use it, under a name of its own', () => {
    const operations = operationsOf(description);
    expect(operations.length).toBeGreaterThan(10);
    const silent = operations.filter(({ operation }) => !operation['x-access']);
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('says of every operation what it answers when all is well, and that a problem has one form', () => {
    const answers = operationsOf(description).map(({ path, method, operation }) => ({
      operation: `${method} ${path}`,
      success: Object.keys(operation.responses).some((status) => status.startsWith('2')),
      problem: operation.responses.default?.content?.['application/problem+json'] !== undefined,
    }));
    expect(answers.filter(({ success, problem }) => !success || !problem)).toEqual([]);
    const members = description.paths['/api/v1/members']?.get?.responses['200'];
    expect(members?.content?.['application/json']).toBeDefined();
  });

  it('holds: nothing but health, signing in, an enrolment code, links sent by mail and the first administrator answers without an account', async () => {
    const open = operationsOf(description).filter(({ operation }) => operation['x-access'] === 'public');
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/api/health/live',
      '/api/health/ready',
      '/api/v1/auth/email-confirmation',
      '/api/v1/auth/forgotten',
      '/api/v1/auth/invitation',
      '/api/v1/auth/login',
      '/api/v1/auth/password-reset',
      '/api/v1/auth/register',
      '/api/v1/auth/registration',
      '/api/v1/auth/registration-labs',
      '/api/v1/enrol',
      '/api/v1/setup',
    ]);
    const closed = operationsOf(description).filter(({ operation }) => operation['x-access'] !== 'public');
    for (const { path, method } of closed) {
      const { status } = await server.anonymous().request(method, filled(path));
      expect({ path, method, status }).toEqual({ path, method, status: 401 });
    }
  });
});
