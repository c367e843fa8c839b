import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Response {
  readonly $ref?: string;
  readonly description?: string;
}
interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >;
  readonly components: { readonly responses: Readonly<Record<string, Response>> };
}

const FAULT = /\b[A-Z_]+\.[A-Z_]+\b/g;
const FILE = join(__dirname, '../../../../openapi.json');

/**
 * Records each fault that an operation returns and that `openapi.json` does not list for it, so that the description of
 * the API is checked against all answers in the tests.
 */
export class UnlistedFaults {
  private readonly found = new Set<string>();
  private description: Description | undefined;

  /** For Fastify's `onSend`. */
  readonly look = async (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<unknown> => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (type.startsWith('application/problem+json') && typeof payload === 'string')
      this.note(request, reply.statusCode, JSON.parse(payload).code);
    return payload;
  };

  /** @throws Error that names each operation and what its handler does not declare */
  demandNone(): void {
    if (this.found.size === 0) return;
    const list = [...this.found].sort().join('\n  ');
    throw new Error(`Not in openapi.json (add them to @Faults, then npm run openapi):\n  ${list}`);
  }

  private note({ method, routeOptions }: FastifyRequest, status: number, code: string): void {
    const path = (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    this.description ??= JSON.parse(readFileSync(FILE, 'utf8')) as Description;
    const responses = this.description.paths[path]?.[method.toLowerCase()]?.responses;
    if (!responses || this.codesOf(responses[status] ?? responses.default).includes(code)) return;
    this.found.add(`${method} ${path}: ${status} ${code}`);
  }

  private codesOf(response: Response | undefined): readonly string[] {
    const name = response?.$ref?.split('/').at(-1) ?? '';
    const { description = '' } = this.description?.components.responses[name] ?? response ?? {};
    return description.match(FAULT) ?? [];
  }
}
