import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { ACCESS_EXTENSION } from './access';
import { describeFaults, type FaultyOperation, faultCodeSchema, problemSchema } from './api-faults';
import { tidyParameters } from './api-parameters';
import { tidySchemas } from './api-schemas';
import { readHandlerComments } from './handler-comments';
import { SESSION_COOKIE } from './session-cookie';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> &
  FaultyOperation & { [ACCESS_EXTENSION]?: unknown };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

const DESCRIPTION = `Runs a city’s network of fablabs: from the part to the euro.

Sentences in answers are in French or English, by the request’s \`Accept-Language\`. Errors are
\`application/problem+json\` (RFC 9457), with a \`code\` for programs: each operation lists the codes that it can answer.`;

/** `MembersController.list` becomes `membersList`: the method's name in generated clients. */
function operationId(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return noun.charAt(0).toLowerCase() + noun.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
}

/** Swagger puts an answer without a status under `default`; here it gets the status that Nest gives such a method. */
function successesOf(method: Method, responses: Operation['responses']): Operation['responses'] {
  const { default: answer, ...others } = responses;
  const [named = method === 'post' ? '201' : '200'] = Object.keys(others);
  return { ...others, ...(answer && { [named]: answer }) };
}

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

const settings = new DocumentBuilder()
  .setOpenAPIVersion('3.1.0')
  .setTitle('PandaFab')
  .setDescription(DESCRIPTION)
  .setVersion('1')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token (pft_…)' }, 'token')
  .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A lab agent’s secret' }, 'agent')
  .addSecurityRequirements('token')
  .addSecurityRequirements('session')
  .build();

/**
 * Describes every operation of the API, in an order that depends neither on the order of the modules nor on the
 * compiler.
 */
export function buildApiDocument(app: INestApplication): OpenAPIObject {
  const comments = new Map(
    [...readHandlerComments(app)].map(([handler, words]) => {
      const [controller = '', method = ''] = handler.split('.');
      return [operationId(controller, method), words];
    }),
  );
  const document = tidySchemas(
    cleanupOpenApiDoc(SwaggerModule.createDocument(app, settings, { operationIdFactory: operationId })),
  );
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => (methods[method] ? [{ path, method, operation: methods[method] }] : [])),
  );
  for (const { method, operation } of operations) {
    complete(method, operation);
    Object.assign(operation, comments.get(operation.operationId ?? ''));
  }
  const { responses, codes } = describeFaults(operations);
  const schemas = {
    ...document.components?.schemas,
    Problem: problemSchema,
    FaultCode: faultCodeSchema(codes),
  };
  const components = {
    ...document.components,
    schemas: sorted(schemas),
    parameters: sorted(tidyParameters(operations)),
    responses: sorted(responses),
  };
  return { ...document, paths: sorted(document.paths), components };
}

function complete(method: Method, operation: Operation): void {
  if (operation[ACCESS_EXTENSION] === 'public') operation.security = [];
  if (operation[ACCESS_EXTENSION] === 'agent') operation.security = [{ agent: [] }];
  operation.responses = successesOf(method, operation.responses);
}
