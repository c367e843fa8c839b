import type { GroupId, LabId, MemberId, OrganisationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, partOf, searchSchema } from '../../api/fields';

const personView = z.object({
  memberId: id<MemberId>(),
  displayName: z.string(),
  leads: z.boolean().describe('Submits jobs for the group, and sees them'),
  addedAt: instant,
});

const groupView = z.object({
  id: id<GroupId>(),
  name: z.string(),
  category: z.string().describe('Code of the category by which what is made for it is priced'),
  labId: id<LabId>(),
  organisationId: id<OrganisationId>().nullable().describe('The school or association that it belongs to'),
  createdAt: instant,
  archivedAt: instant.nullable().describe('Since then nothing is made for it any more'),
});
const groupDetail = groupView.extend({ people: z.array(personView) });
export type GroupDetail = z.input<typeof groupDetail>;

export class GroupDto extends createZodDto(groupDetail) {}
export class GroupListDto extends createZodDto(partOf(groupView)) {}
export class OwnGroupListDto extends createZodDto(pageOf(groupView.extend({ leads: z.boolean() }))) {}

const fields = {
  name: lineOfText(120),
  category: lineOfText(40),
  organisationId: id<OrganisationId>().nullable(),
};
export class NewGroupDto extends createZodDto(
  z.object({
    ...fields,
    labId: id<LabId>(),
    category: fields.category.default('school-group'),
    organisationId: fields.organisationId.default(null),
  }),
) {}
export class GroupChangesDto extends createZodDto(z.object(fields).partial()) {}

const groupSearch = searchSchema.extend({
  labId: id<LabId>().optional(),
  archived: z.stringbool().default(false).describe('Those that are archived instead'),
});
export type GroupSearch = z.infer<typeof groupSearch>;
export class GroupSearchDto extends createZodDto(groupSearch) {}

export class GroupParamDto extends createZodDto(z.object({ id: id<GroupId>() })) {}
export class GroupPersonParamDto extends createZodDto(
  z.object({ id: id<GroupId>(), memberId: id<MemberId>() }),
) {}
export class GroupPersonDto extends createZodDto(z.object({ leads: z.boolean() })) {}
