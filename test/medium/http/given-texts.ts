import { connect } from 'node:net';
import { ModulesContainer } from '@nestjs/core';
import type { AccountId, LabId } from '@pandafab/shared';
import type { HttpClient, TestServer } from '@pandafab/testing';
import type { z } from 'zod';
import { LoginSession } from '../../../apps/server/src/people/accounts/account.entity';
import { setupForm } from '../../../apps/server/src/people/accounts/auth.dto';
import {
  forgottenForm,
  newPasswordForm,
  registrationForm,
} from '../../../apps/server/src/people/accounts/codes/codes.dto';
import { importFields } from '../../../apps/server/src/people/import/imports.dto';
import { severalLines } from '../../../apps/server/src/platform/http/fields';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { submitFieldsSchema } from '../../../apps/server/src/production/jobs/jobs.dto';
import { describeOnSharedServers } from '../fixtures/shared-servers';

const UNFIT = ['a\u0000b', 'a\nb', 'a\u202eb', 'a\u2066b', 'a\u001bb', 'a\u0085b', 'a\ud800b', 'a\u2028b'];
/** In every length that a field may ask for, and in the forms of those that have one. */
const bad = UNFIT.flatMap((text) => [
  text,
  text.padEnd(9, 'a'),
  text.padEnd(14, 'a'),
  `/dev/${text}`,
  `x=${text}`,
]);

type Node = z.core.$ZodType;
type Definition = z.core.$ZodTypes['_zod']['def'];

/** Every schema of a text in `schema`, by its path. */
function* textsIn(schema: Node, path: string): Generator<[string, Node]> {
  const def = schema._zod.def as Definition;
  switch (def.type) {
    case 'object':
      for (const [name, inner] of Object.entries(def.shape)) yield* textsIn(inner, `${path}.${name}`);
      return;
    case 'array':
      yield* textsIn(def.element, `${path}[]`);
      return;
    case 'record':
      yield* textsIn(def.keyType, `${path}{key}`);
      yield* textsIn(def.valueType, `${path}{}`);
      return;
    case 'union':
      for (const option of def.options) yield* textsIn(option, path);
      return;
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      yield* textsIn(def.innerType, path);
      return;
    default:
      yield [path, schema];
  }
}

/** The schemas of all inputs of routes: bodies, queries and parameters. */
function givenSchemas(server: TestServer): [string, Node][] {
  const found: [string, Node][] = [];
  for (const module of server.app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: object }).prototype;
      for (const method of Object.getOwnPropertyNames(prototype)) {
        const types: unknown[] = Reflect.getMetadata('design:paramtypes', prototype, method) ?? [];
        for (const type of types) {
          const schema = (type as { schema?: Node })?.schema;
          if (schema?._zod) found.push([`${(metatype as { name: string }).name}.${method}`, schema]);
        }
      }
    }
  return found;
}

/** What forms and multipart bodies are read with, by hand. */
const READ_BY_HAND: [string, Node][] = Object.entries({
  ...{ forgottenForm, newPasswordForm, registrationForm, setupForm, submitFieldsSchema, importFields },
});

describeOnSharedServers('texts that people enter', (shared) => {
  let server: TestServer;
  let administrator: HttpClient;
  let labId: LabId;

  beforeAll(async () => {
    server = await shared();
    administrator = (await server.accountWith('administrator')).client;
    labId = (await administrator.post<{ id: LabId }>('/api/v1/labs', { name: 'Atelier' })).body.id;
  });

  it('are all checked by the one rule, on every route', () => {
    const texts = [...givenSchemas(server), ...READ_BY_HAND].flatMap(([name, schema]) => [
      ...textsIn(schema, name),
    ]);
    expect(texts.length).toBeGreaterThan(150);
    const taken = texts.filter(([, schema]) => {
      const isBad = (text: string) => !(severalLines.has(schema) && text.includes('\n'));
      return bad.some((text) => isBad(text) && (schema as z.ZodType).safeParse(text).success);
    });
    expect(taken.map(([path]) => path)).toEqual([]);
  });

  it('and numbers are all bounded, so that results computed from them can be stored', () => {
    const numbers = [...givenSchemas(server), ...READ_BY_HAND]
      .flatMap(([name, schema]) => [...textsIn(schema, name)])
      .filter(
        ([, schema]) =>
          (schema as z.ZodType).safeParse(1).success || (schema as z.ZodType).safeParse(1e9).success,
      );
    expect(numbers.length).toBeGreaterThan(30);
    const large = [
      1e16,
      -1e16,
      2 ** 53,
      1e300,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      '1e300',
      '99999999999999999999',
    ];
    const taken = numbers.filter(([, schema]) =>
      large.some((each) => (schema as z.ZodType).safeParse(each).success),
    );
    expect(taken.map(([path]) => path)).toEqual([]);
  });

  const address = { addressLine: '1', postcode: '21000', city: 'Dijon', countryCode: 'FR' };
  it.each(UNFIT)('%j in a name is refused, and the field is named', async (name) => {
    const sent: [string, object, string][] = [
      ['/api/v1/members', { displayName: name }, 'displayName'],
      ['/api/v1/groups', { name, labId, category: 'resident' }, 'name'],
      ['/api/v1/organisations', { name, ...address }, 'name'],
      ['/api/v1/labs', { name }, 'name'],
    ];
    for (const [path, body, field] of sent)
      expect(await administrator.post(path, body)).toMatchObject({
        status: 400,
        body: { code: 'REQUEST.INVALID', errors: [{ path: field }] },
      });
  });

  it('are refused in queries as well, and nothing is found by such an address', async () => {
    for (const path of ['members', 'groups', 'organisations', 'audit', 'jobs'])
      expect(await administrator.get(`/api/v1/${path}?search=a%00b`)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'search' }] },
      });
    const found = [
      ...['jobs', 'machines', 'members', 'labs', 'groups', 'organisations'].map((each) => `${each}/a%00b`),
      ...['runs/a%00b/transcript', 'labs/%0A/machines', 'spools/a%00/movements', 'categories/%00'],
    ];
    for (const path of found) {
      const { status, body } = await administrator.get<{ code: string }>(`/api/v1/${path}`);
      expect([path, status, body.code]).toEqual([path, 404, 'REQUEST.NOT_FOUND']);
    }
  });

  it('are no names when they have no visible character', async () => {
    const { body, status } = await administrator.post<{ detail: string }>('/api/v1/members', {
      displayName: '\u200b',
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('visible character');
  });

  it('are taken with accents, other scripts and emoji, and line ends around them are left out', async () => {
    for (const displayName of ['Éloïse d’Été', '東京', 'می‌خواهم', '👩‍👩‍👧 Famille'])
      expect(
        (await administrator.post('/api/v1/members', { displayName: `\t${displayName}\r\n` })).body,
      ).toMatchObject({ displayName });
  });

  it('name files without forbidden characters', async () => {
    const data = new FormData();
    data.set('file', new Blob(['G28\nM83\nG1 X1 E1\n']), 'a"b"\u202e\u0001.gcode');
    const upload = await administrator.post<{ fileName: string }>('/api/v1/uploads', data);
    expect(upload.body.fileName).toBe('a"b".gcode');
  });

  it('name browsers without forbidden characters', async () => {
    const password = 'correct horse battery staple';
    const email = 'browser@example.org';
    const { body } = await administrator.post<{ id: string }>('/api/v1/members', { displayName: 'Browser' });
    const opened = await administrator.post<{ account: { id: AccountId } }>(
      `/api/v1/members/${body.id}/account`,
      { email, password, roles: [{ role: 'maker' }] },
    );
    const headers = { 'user-agent': 'Moz\u0085illa\u009f' };
    const signedIn = await server
      .anonymous()
      .request('POST', '/api/v1/auth/login', { body: { email, password }, headers });
    expect(signedIn.status).toBeLessThan(300);
    const accountId = opened.body.account.id;
    const sessions = await server.app.get(ReadDatabase).of(LoginSession).findBy({ accountId });
    expect(sessions).toMatchObject([{ userAgent: 'Mozilla' }]);
  });

  it.each([
    ['/api/v1/machines/%ff', 400, 'REQUEST.ADDRESS_UNREADABLE'],
    ['/machines/%ff', 400, 'REQUEST.ADDRESS_UNREADABLE'],
    ['/%', 400, 'REQUEST.ADDRESS_UNREADABLE'],
    ['/api/v1/machines/%E9?x=%ff', 400, 'REQUEST.ADDRESS_UNREADABLE'],
    [`/api/v1/machines/${'a'.repeat(500)}`, 404, 'REQUEST.NOT_FOUND'],
    ['/api/v1/nothing', 404, 'REQUEST.NOT_FOUND'],
  ])('in the address %s are answered as a problem', async (path, status, code) => {
    const answer = await rawly(
      server,
      `GET ${path} HTTP/1.1\r\nHost: a\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n`,
    );
    expect(answer.head).toContain(`HTTP/1.1 ${status}`);
    expect(answer.head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ status, code });
  });

  it.each([
    ['no HTTP at all', 'NONSENSE\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('that are %s are answered as a problem', async (_, request, status) => {
    const { head, body } = await rawly(server, request);
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status });
  });
});

/** No client of ours sends such bytes. */
function rawly({ url }: TestServer, request: string): Promise<{ head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    const parts: Buffer[] = [];
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n');
      resolve({ head, body });
    });
  });
}
