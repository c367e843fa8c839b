import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { causeSchema, instant } from '../../platform/http/fields';

export const VERIFICATION_STATES = ['never', 'running', 'whole', 'broken', 'failed'] as const;

const count = z.number().int().nullable().describe('Null until the verification has ended');

const verificationSchema = z
  .object({
    state: z
      .enum(VERIFICATION_STATES)
      .meta({ id: 'ChainVerificationState' })
      .describe('whole: nothing is wrong; broken: see problem; failed: the verification could not be done'),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    withFiles: z.boolean().describe('The stored files were hashed again too'),
    links: count.describe('Links checked, up to the first problem; null until the verification has ended'),
    documents: count,
    records: count.describe('Payments, closures and other records'),
    erased: count.describe('Documents whose client and texts were erased: the rest of them was compared'),
    files: count.describe('Stored files that were hashed again'),
    head: z
      .object({ sequence: z.number().int(), hash: z.string() })
      .nullable()
      .describe('The last link; keep it elsewhere, for example on paper'),
    problem: causeSchema.nullable().describe('The first record that is wrong, missing or cut off'),
  })
  .meta({ id: 'ChainVerification' });

export class ChainVerificationDto extends createZodDto(verificationSchema) {}

export class StartVerificationDto extends createZodDto(
  z.object({
    files: z.boolean().default(false).describe('Hash the stored files again too: this takes longer'),
  }),
) {}
