import { type AccountId, fieldRule, type LabId, type MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, lineOfText, pageOf } from '../api/fields';

const kindCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, fieldRule('machineKind'));
const kindFields = z.object({
  nameFr: lineOfText(80),
  nameEn: lineOfText(80),
  inductionRequired: z.boolean().describe('Whether one must be shown how to use such a machine'),
});
export const kindView = kindFields.extend({ code: z.string() });

export class MachineKindDto extends createZodDto(kindView) {}
export class MachineKindListDto extends createZodDto(pageOf(kindView)) {}
export class NewMachineKindDto extends createZodDto(kindFields.extend({ code: kindCode })) {}
export class MachineKindChangesDto extends createZodDto(kindFields.partial()) {}
export class MachineKindParamDto extends createZodDto(z.object({ code: lineOfText(40) })) {}

/** What a member sees of their own: when and where, not by whom. */
const ownInductionView = z.object({
  id: z.uuid(),
  kind: z.string().describe('Code of a kind of machine'),
  labId: id<LabId>().describe('Where it was given; it holds in every lab'),
  grantedAt: instant,
  validUntil: instant.nullable().describe('Null: for good'),
  state: z.enum(['valid', 'expired', 'withdrawn']),
});
export class OwnInductionListDto extends createZodDto(pageOf(ownInductionView)) {}

const inductionView = ownInductionView.extend({
  memberId: id<MemberId>(),
  grantedBy: id<AccountId>(),
  withdrawn: z.object({ by: id<AccountId>(), at: instant, reason: z.string() }).nullable(),
});
export class InductionDto extends createZodDto(inductionView) {}
export class InductionListDto extends createZodDto(pageOf(inductionView)) {}

export class NewInductionDto extends createZodDto(
  z.object({
    kind: lineOfText(40),
    labId: id<LabId>().describe('Where it is given'),
    validUntil: instantInput.nullish(),
  }),
) {}
export class WithdrawalDto extends createZodDto(z.object({ reason: lineOfText(300) })) {}
export class InductionParamDto extends createZodDto(z.object({ id: z.uuid() })) {}
