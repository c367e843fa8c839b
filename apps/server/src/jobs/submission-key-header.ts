import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Fault } from '@pandafab/shared';

const LONGEST = 200;

/** The request's `Idempotency-Key`. @throws Fault REQUEST.INVALID for one that is empty or too long. */
export const SubmissionKeyHeader = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    const key = headers['idempotency-key'];
    if (key !== undefined && (key.trim() === '' || key.length > LONGEST))
      throw new Fault('REQUEST.INVALID', { reason: `Idempotency-Key: 1–${LONGEST} characters` });
    return key;
  },
);

/** The same in the API's description. */
export const submissionKeyDescription = ApiHeader({
  name: 'idempotency-key',
  required: false,
  description: 'Your own name for this submission, such as a UUID: sent again, it makes nothing new',
});
