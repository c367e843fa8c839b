import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { lineOfText } from '../../platform/http/fields';

const rulesSchema = z.object({
  firstJobs: z
    .number()
    .int()
    .min(1)
    .max(1_000)
    .nullable()
    .describe('Every job of a member, until so many of the member’s jobs were made in this lab'),
  longerThanHours: z.number().min(0).max(1_000).nullable().describe('A print that takes longer'),
  costOverCents: z
    .number()
    .int()
    .min(0)
    .max(100_000_000)
    .nullable()
    .describe('A submission whose copies together are expected to cost more'),
  materials: z.array(lineOfText(60)).max(50).describe('A print with one of these materials'),
});
export class ApprovalRulesDto extends createZodDto(rulesSchema.extend({}).meta({ id: 'ApprovalRules' })) {}
export class SetApprovalRulesDto extends createZodDto(rulesSchema) {}
