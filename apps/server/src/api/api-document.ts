import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { ACCESS_EXTENSION } from '../accounts/access';
import { SESSION_COOKIE } from '../accounts/session-cookie';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [ACCESS_EXTENSION]?: unknown };
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** RFC 9457, as libs/platform's ProblemFilter writes it. */
const problemSchema: Schemas[string] = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'detail', 'params', 'instance'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'What is wrong, for programs: such as JOB.NOT_QUEUED.' },
    title: { type: 'string', description: 'What happened, in the reader’s language.' },
    detail: { type: 'string', description: 'What to do next, in the reader’s language.' },
    params: { type: 'object', additionalProperties: true },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const problemResponse = {
  description: 'What is wrong and what to do about it',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** `MembersController.list` becomes `membersList`: what generated clients call it. */
function operationId(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return noun.charAt(0).toLowerCase() + noun.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}

/** Swagger files an answer without a status under `default`; there it is the one that Nest gives such a method. */
function responsesOf(method: (typeof METHODS)[number], responses: Operation['responses']) {
  const { default: answer, ...others } = responses;
  const [named = method === 'post' ? '201' : '200'] = Object.keys(others);
  return { ...others, ...(answer && { [named]: answer }), default: problemResponse };
}

function complete(method: (typeof METHODS)[number], operation: Operation): void {
  if (operation[ACCESS_EXTENSION] === 'public') operation.security = [];
  if (operation[ACCESS_EXTENSION] === 'agent') operation.security = [{ agent: [] }];
  operation.responses = responsesOf(method, operation.responses);
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Describes every operation of the API, in an order that does not depend on that of the modules. */
export function buildApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('PandaFab')
    .setDescription('Runs a city’s network of fablabs: from the part to the euro.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token (pft_…)' }, 'token')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A lab agent’s secret' }, 'agent')
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
  const document = cleanupOpenApiDoc(
    SwaggerModule.createDocument(app, settings, { operationIdFactory: operationId }),
  );
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) if (path[method]) complete(method, path[method]);
  }
  const schemas = sorted({ ...document.components?.schemas, Problem: problemSchema });
  return { ...document, paths: sorted(document.paths), components: { ...document.components, schemas } };
}
