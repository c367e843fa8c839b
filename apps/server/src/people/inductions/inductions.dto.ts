import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, pageOf } from '../../platform/http/fields';

/** What a member sees of their own: when and where, not by whom. */
const ownInductionView = z
  .object({
    id: id(),
    kind: z.string().describe('Code of a kind of machine'),
    labId: id<LabId>().describe('The lab where it was given; it is valid in every lab'),
    grantedAt: instant,
    validUntil: instant.nullable().describe('Null: without end'),
    state: z.enum(['valid', 'expired', 'withdrawn']).meta({ id: 'InductionState' }),
  })
  .meta({ id: 'OwnInduction' });
export class OwnInductionListDto extends createZodDto(pageOf(ownInductionView)) {}

const inductionView = ownInductionView
  .extend({
    memberId: id<MemberId>(),
    grantedBy: id<AccountId>(),
    withdrawn: z.object({ by: id<AccountId>(), at: instant, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Induction' });
export class InductionDto extends createZodDto(inductionView) {}
export class InductionListDto extends createZodDto(pageOf(inductionView)) {}

export class NewInductionDto extends createZodDto(
  z.object({
    kind: lineOfText(40),
    labId: id<LabId>().describe('The lab where it is given'),
    validUntil: instantInput.nullish(),
  }),
) {}
export class WithdrawalDto extends createZodDto(z.object({ reason: lineOfText(300) })) {}
