import type { OpenAPIObject } from '@nestjs/swagger';
import { describeFault, type FaultCode } from '@pandafab/shared';
import { ACCESS_FAULTS_EXTENSION, FAULTS_EXTENSION } from './faults';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The parts of an operation that describe its answers. */
export interface FaultyOperation {
  responses: Operation['responses'];
  [FAULTS_EXTENSION]?: readonly FaultCode[];
  [ACCESS_FAULTS_EXTENSION]?: { readonly who: string; readonly codes: readonly FaultCode[] };
}

/** RFC 9457, as ProblemFilter writes it. */
export const problemSchema: Schemas[string] = {
  type: 'object',
  required: ['type', 'status', 'code', 'title', 'detail', 'params', 'instance'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { $ref: '#/components/schemas/FaultCode' },
    title: { type: 'string', description: 'What happened, in the reader’s language.' },
    detail: { type: 'string', description: 'What to do next, in the reader’s language.' },
    params: { type: 'object', additionalProperties: true },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      description: 'Which fields are wrong.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** Every code that the description of an operation lists. */
export const faultCodeSchema = (codes: readonly FaultCode[]): Schemas[string] => ({
  type: 'string',
  description: 'What is wrong, for programs. Each operation lists its codes, by status.',
  enum: [...codes],
});

/** Faults that any request can get: it cannot be parsed, or a part that the service needs fails. */
const OF_REQUESTS: readonly FaultCode[] = [
  'REQUEST.INVALID',
  'REQUEST.NOT_FOUND',
  'REQUEST.FAILED',
  'REQUEST.BUSY',
  'REQUEST.DATABASE_AWAY',
  'REQUEST.DATABASE_LOCKED',
  'REQUEST.DISK_BROKEN',
  'REQUEST.DISK_FULL',
  'REQUEST.OUTCOME_UNKNOWN',
];
/** More faults that any request that changes data can get. */
const OF_CHANGES: readonly FaultCode[] = ['REQUEST.AT_ONCE', 'REQUEST.NUMBER_TOO_LARGE', 'AUTH.CROSS_SITE'];

const statusOf = (code: FaultCode): string => String(describeFault({ code, details: {} }, 'en').status);
const byStatus = (codes: Iterable<FaultCode>): FaultCode[] =>
  [...new Set(codes)].sort((a, b) => Number(statusOf(a)) - Number(statusOf(b)) || (a < b ? -1 : 1));

/**
 * Adds the faults to the description of each operation: one response for each status of its own faults, and `default`
 * for those that all operations for the same callers share. A response that several operations share is described
 * once.
 * @returns those responses, and every code
 */
export function describeFaults(operations: readonly { method: string; operation: FaultyOperation }[]) {
  const all = operations.map(({ method, operation }) => ({
    operation,
    faults: extractFaults(operation, method),
  }));
  const names = all.flatMap(({ faults }) => faults.map(({ name }) => name));
  const shared = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  const responses: Responses = {};
  for (const { operation, faults } of all)
    for (const { status, name, codes } of faults) {
      const response = responseOf(codes);
      if (shared.has(name)) responses[name] = response;
      operation.responses[status] = shared.has(name) ? { $ref: `#/components/responses/${name}` } : response;
    }
  const codes = all.flatMap(({ faults }) => faults.flatMap((each) => each.codes));
  return { responses, codes: [...new Set(codes)].sort() };
}

/**
 * Reads the faults that an operation's decorators declare, by status, and removes them: the description has them in
 * another form.
 */
function extractFaults(operation: FaultyOperation, method: string) {
  const change = method === 'get' ? 'read' : 'change';
  const access = operation[ACCESS_FAULTS_EXTENSION] ?? { who: 'anyone', codes: [] };
  const common = [...OF_REQUESTS, ...(change === 'change' ? OF_CHANGES : []), ...access.codes];
  const own = operation[FAULTS_EXTENSION] ?? [];
  delete operation[ACCESS_FAULTS_EXTENSION];
  delete operation[FAULTS_EXTENSION];
  const faults = [...new Set(own.map(statusOf))].map((status) => {
    const codes = byStatus([...own, ...common].filter((code) => statusOf(code) === status));
    return { status, name: codes.join('-'), codes };
  });
  return [...faults, { status: 'default', name: `${access.who}.${change}`, codes: byStatus(common) }];
}

/**
 * The codes are in the text of the description: a schema for each set of them would make the document half as long
 * again.
 */
const responseOf = (codes: readonly FaultCode[]) => ({
  description: codes.map((code) => `${statusOf(code)} ${code}`).join(', '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
