import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, partOf, searchSchema } from '../api/fields';

const auditQuery = searchSchema.extend({
  action: lineOfText(60, 0)
    .optional()
    .describe('Such as machine.changed; `machine.` is all that was done to machines'),
  actorId: z.uuid().optional(),
  subjectId: lineOfText(100, 0).optional(),
  labId: id<LabId>().optional(),
  from: instantInput.optional(),
  to: instantInput.optional().describe('Up to, and not at, this instant'),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export class AuditQueryDto extends createZodDto(auditQuery) {}

const values = z.record(z.string(), z.unknown()).nullable();

export const auditEntryView = z.object({
  id: z.uuid(),
  at: instant,
  actor: z.object({
    kind: z.enum(['account', 'agent', 'server', 'nobody']),
    id: z.string().nullable(),
    name: z.string().nullable().describe('Of the person as they are called now; of the agent, its lab’s'),
  }),
  address: z
    .string()
    .nullable()
    .describe('Network address that it was asked from; null where it came otherwise'),
  requestId: z.string().nullable().describe('The request, as logs have it'),
  action: z.string(),
  what: z.string().describe('The action in the reader’s words'),
  subject: z.object({ kind: z.string(), id: z.string().nullable() }),
  labId: id<LabId>().nullable(),
  before: values,
  after: values,
  personal: z
    .object({ memberId: z.uuid(), before: values, after: values })
    .nullable()
    .describe('Personal values: gone once the person is erased'),
});
export class AuditListDto extends createZodDto(partOf(auditEntryView)) {}
