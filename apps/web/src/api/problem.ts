import { t } from '../i18n/i18n';

/** A failed request, in the reader's language: what happened, and what to do (RFC 9457, as the server writes it). */
export class Problem extends Error {
  constructor(
    /** Such as JOB.NOT_QUEUED. */
    readonly code: string,
    readonly what: string,
    readonly cure: string,
    readonly fields: readonly { readonly path: string; readonly message: string }[] = [],
    /** Facts of this kind of problem, such as the days that it concerns. */
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(what);
    this.name = 'Problem';
  }

  /** True when no answer arrived. */
  static unreachable(): Problem {
    return new Problem('NETWORK', t('problem.unreachable'), t('problem.unreachableCure'));
  }
}

/** The problem in a failed answer; an answer that is not the service's, such as a proxy's, gets its own message. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!isProblem(body))
    return new Problem(
      `HTTP.${response.status}`,
      t('problem.strange', { status: response.status }),
      t('problem.strangeCure'),
    );
  return new Problem(body.code, body.title, body.detail, body.errors ?? [], body.params);
}

interface ProblemBody {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  readonly params?: Readonly<Record<string, unknown>>;
}
const isProblem = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;

/** Turns any error into a Problem that can be shown. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem('UNEXPECTED', t('problem.unexpected'), t('problem.unexpectedCure'));

/** The answer; null when the request was refused with this code. */
export async function unless<Data>(code: string, asked: Promise<Data>): Promise<Data | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.code === code) return null;
    throw error;
  }
}
