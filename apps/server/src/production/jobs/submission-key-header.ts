import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Fault } from '@pandafab/shared';

const LONGEST = 200;

/** The request's `Idempotency-Key`. @throws Fault REQUEST.INVALID if it is empty or too long. */
export const SubmissionKeyHeader = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    const key = headers['idempotency-key'];
    if (key !== undefined && (key.trim() === '' || key.length > LONGEST))
      throw new Fault('REQUEST.INVALID', { reason: `Idempotency-Key: 1–${LONGEST} characters` });
    return key;
  },
);

/** The header in the API's description. */
export const submissionKeyDescription = ApiHeader({
  name: 'idempotency-key',
  required: false,
  description:
    'A name that you choose for this submission, such as a UUID. A second request with the same name creates nothing new',
});
