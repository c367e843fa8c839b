import type { FreeQuota } from '@pandafab/domain';
import type { MemberId, PrestationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, lineOfText } from '../../platform/http/fields';
import { chargedPartField, measureField, policySchema } from './payment-of-print.dto';
import { GROUP_PAYERS } from './settings.entities';

const MOST_CENTS = 1_000_000_00;

const policyInput = z.object({
  cancelledByMaker: chargedPartField,
  cancelledByStaff: chargedPartField,
  failed: chargedPartField,
});

const quotaFields = {
  measure: measureField,
  amount: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .describe('Each month: cents net of VAT, milligrams or seconds'),
};
const quotaSchema = z.object(quotaFields).meta({ id: 'FreeQuota' });

const fields = {
  isOn: z.boolean().describe('Members pay for their own prints from prepaid accounts'),
  defaultAllowanceCents: z
    .number()
    .int()
    .min(0)
    .max(MOST_CENTS)
    .describe('How far below 0 an account may go, where staff set nothing else'),
  invoicesMonthly: z.boolean().describe('Invoices from 25 € on are made on the first day of each month'),
};
const quotasOf = <Quota extends z.ZodType<FreeQuota>>(quota: Quota) =>
  z.record(lineOfText(40), quota).describe('Free use each month, by code of a member category');

export class AccountSettingsDto extends createZodDto(
  z
    .object({ ...fields, quotas: quotasOf(quotaSchema), policy: policySchema })
    .meta({ id: 'AccountSettings' }),
) {}
export class SetAccountSettingsDto extends createZodDto(
  z.object({ ...fields, quotas: quotasOf(z.object(quotaFields)), policy: policyInput }),
) {}

export class LabSettlementDto extends createZodDto(
  z
    .object({
      policy: policySchema.nullable().describe('Null: the lab follows the network'),
      network: policySchema,
    })
    .meta({ id: 'LabSettlement' }),
) {}
export class SetLabSettlementDto extends createZodDto(z.object({ policy: policyInput.nullable() })) {}

const groupPayerField = z.enum(GROUP_PAYERS).meta({ id: 'GroupPayerKind' });
const leaderField = id<MemberId>().nullable().describe('The leader whose account pays');

export class GroupPayerDto extends createZodDto(
  z
    .object({
      payer: groupPayerField
        .nullable()
        .describe('Null: nothing was chosen; prints are recorded, and charged to no one'),
      memberId: leaderField,
      leaderName: z.string().nullable(),
      organisationName: z.string().nullable().describe('The organisation of the group'),
      prestationId: id<PrestationId>().nullable().describe('The client order to which prints are added'),
    })
    .meta({ id: 'GroupPayer' }),
) {}
export class SetGroupPayerDto extends createZodDto(
  z.object({ payer: groupPayerField, memberId: leaderField.default(null) }),
) {}
