import type { LabId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  id,
  instant,
  instantInput,
  lineOfText,
  pageOf,
  partOf,
  searchSchema,
} from '../../platform/http/fields';

const auditQuery = searchSchema.extend({
  action: lineOfText(60, 0)
    .optional()
    .describe('Such as `machine.changed`; `machine.` finds all actions on machines'),
  actorId: id().optional(),
  person: lineOfText(100, 0)
    .optional()
    .describe('Words of the name of the person who did it, or whom it is about'),
  subjectId: lineOfText(100, 0).optional(),
  labId: id<LabId>().optional(),
  from: instantInput.optional(),
  to: instantInput.optional().describe('Before this instant'),
});
export type AuditQuery = z.infer<typeof auditQuery>;
export class AuditQueryDto extends createZodDto(auditQuery) {}

const values = z.record(z.string(), z.unknown()).nullable();

export const auditEntryView = z
  .object({
    id: id(),
    at: instant,
    actor: z.object({
      kind: z.enum(['account', 'agent', 'server', 'visitor']),
      id: z.string().nullable(),
      name: z.string().nullable().describe('Present name of the person; for an agent, the name of its lab'),
    }),
    address: z
      .string()
      .nullable()
      .describe('Network address of the request; null if it did not come over HTTP'),
    requestId: z.string().nullable().describe('Id of the request in the logs'),
    action: z.string(),
    what: z.string().describe('The action in the reader’s language'),
    subject: z.object({
      kind: z.string(),
      id: z.string().nullable(),
      name: z.string().nullable().describe('Present name of the person, lab or machine; null for others'),
    }),
    labId: id<LabId>().nullable(),
    before: values,
    after: values,
    personal: z
      .object({ memberId: id(), before: values, after: values })
      .nullable()
      .describe('Personal values; they are deleted when the person is erased'),
  })
  .meta({ id: 'AuditEntry' });
export class AuditListDto extends createZodDto(partOf(auditEntryView)) {}

const auditAction = z
  .object({ action: z.string(), what: z.string().describe('The action in the reader’s language') })
  .meta({ id: 'AuditedAction' });
export class AuditActionListDto extends createZodDto(pageOf(auditAction)) {}
