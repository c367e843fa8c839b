import type { HttpClient, TestServer } from '@pandafab/testing';
import { describeApi } from '../../../apps/server/src/app/openapi';
import { describeOnSharedServers } from '../fixtures/shared-servers';

interface Response {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, object>>;
}
interface Operation {
  readonly 'x-access'?: string;
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

/** Every operation, with the responses that it shares with others in their places. */
const operationsOf = ({ paths, components }: Description) => {
  const whole = (responses: Operation['responses']): Operation['responses'] =>
    Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        const name = response.$ref?.split('/').at(-1) ?? '';
        return [status, components.responses[name] ?? response];
      }),
    );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation: { ...operation, responses: whole(operation.responses) },
    })),
  );
};

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
}
const namesOf = ({ parameters = [] }: Operation, { components }: Description): (string | undefined)[] =>
  parameters.map((each) => components.parameters[each.$ref?.split('/').at(-1) ?? '']?.name ?? each.name);

/** A path with something in every place: the guard answers before anything is looked up. */
const filled = (path: string) => path.replace(/\{\w+\}/g, '0193b0e0-0000-7000-8000-000000000000');

describeOnSharedServers('the API’s description', (shared) => {
  let server: TestServer;
  let description: Description;
  let client: HttpClient;

  beforeAll(async () => {
    server = await shared();
    client = (await server.accountWith('maker')).client;
    description = (await client.get<Description>('/api/openapi.json')).body;
  });

  it('is for callers who are signed in', async () => {
    expect((await server.anonymous().get('/api/openapi.json')).status).toBe(401);
  });

  it('is what the code says, each time', async () => {
    expect(JSON.parse(await describeApi())).toEqual(description);
    expect(await describeApi()).toBe(await describeApi());
  });

  it('says of every operation who may use it, under a unique name', () => {
    const operations = operationsOf(description);
    expect(operations.length).toBeGreaterThan(10);
    const silent = operations.filter(({ operation }) => !operation['x-access']);
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('describes the answer of every operation on success, and one form of problem', () => {
    const answers = operationsOf(description).map(({ path, method, operation }) => ({
      operation: `${method} ${path}`,
      success: Object.keys(operation.responses).some((status) => status.startsWith('2')),
      problem: operation.responses.default?.content?.['application/problem+json'] !== undefined,
    }));
    expect(answers.filter(({ success, problem }) => !success || !problem)).toEqual([]);
    const members = description.paths['/api/v1/members']?.get?.responses['200'];
    expect(members?.content?.['application/json']).toBeDefined();
  });

  it('describes every operation in a sentence', () => {
    const mute = operationsOf(description).filter(
      ({ operation }) => !/^[A-Z`].{8,}[.?]$/s.test(operation.summary ?? ''),
    );
    expect(mute.map(({ path, method, operation }) => [method, path, operation.summary])).toEqual([]);
    expect(description.paths['/api/v1/jobs/{id}/cancel']?.post?.summary).toMatch(/^Cancels a job/);
  });

  it('lists the error codes by status, each of them a known code', () => {
    const known = description.components.schemas.FaultCode?.enum ?? [];
    const cancel = operationsOf(description).find(({ path }) => path === '/api/v1/jobs/{id}/cancel');
    expect(cancel?.operation.responses['404']?.description).toContain('404 JOB.UNKNOWN');
    expect(cancel?.operation.responses.default?.description).toContain('401 AUTH.REQUIRED');
    const listed = operationsOf(description).flatMap(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => !status.startsWith('2') && status !== '304')
        .flatMap(([, response]) => response.description?.match(/\b[A-Z_]+\.[A-Z_]+\b/g) ?? []),
    );
    expect([...new Set(listed)].sort()).toEqual([...known]);
  });

  it('describes every parameter of every path', () => {
    const missing = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.values(methods).flatMap((operation) => {
        const names = namesOf(operation, description);
        return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) =>
          names.includes(name ?? '') ? [] : [`${path} ${name}`],
        );
      }),
    );
    expect(missing).toEqual([]);
  });

  it('is true: nothing but health, signing in, an enrolment code, links sent by mail, calendars, public sessions, tablets at doors and the first administrator answers without an account', async () => {
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
      '/api/v1/calendars/{token}',
      '/api/v1/card-payments/webhook',
      '/api/v1/enrol',
      '/api/v1/kiosk',
      '/api/v1/kiosk/card',
      '/api/v1/kiosk/openings',
      '/api/v1/kiosk/openings/{id}/close',
      '/api/v1/kiosk/visits',
      '/api/v1/kiosk/visits/{id}',
      '/api/v1/labs/{id}/calendar.ics',
      '/api/v1/public/lab-sessions',
      '/api/v1/session-calendars/{token}',
      '/api/v1/setup',
    ]);
    const closed = operationsOf(description).filter(({ operation }) => operation['x-access'] !== 'public');
    for (const { path, method } of closed) {
      const { status } = await server.anonymous().request(method, filled(path));
      expect({ path, method, status }).toEqual({ path, method, status: 401 });
    }
  });
});
