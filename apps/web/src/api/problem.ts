import { t } from '../i18n/i18n';

/** A request that failed, in the reader's words: what happened, and what to do (RFC 9457, as the server writes it). */
export class Problem extends Error {
  constructor(
    /** Such as JOB.NOT_QUEUED. */
    readonly code: string,
    readonly what: string,
    readonly cure: string,
    readonly fields: readonly { readonly path: string; readonly message: string }[] = [],
  ) {
    super(what);
    this.name = 'Problem';
  }

  /** No answer came at all. */
  static unreachable(): Problem {
    return new Problem('NETWORK', t('problem.unreachable'), t('problem.unreachableCure'));
  }
}

/** What a failed answer says of itself; one that is not the service's own, such as a proxy's, is said as such. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!isProblem(body))
    return new Problem(
      `HTTP.${response.status}`,
      t('problem.strange', { status: response.status }),
      t('problem.strangeCure'),
    );
  return new Problem(body.code, body.title, body.detail, body.errors ?? []);
}

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;

/** Any error as something to show. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('UNEXPECTED', t('problem.unexpected'), t('problem.unexpectedCure'));
