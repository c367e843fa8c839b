import type { GroupId, LabId, MemberId, OrganisationId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, partOf, searchSchema } from '../../platform/http/fields';

const personView = z
  .object({
    memberId: id<MemberId>(),
    displayName: z.string(),
    leads: z.boolean().describe('True if the person may submit jobs for the group and see them'),
    addedAt: instant,
  })
  .meta({ id: 'GroupPerson' });

const groupView = z
  .object({
    id: id<GroupId>(),
    name: z.string(),
    category: z.string().describe('Code of the category that prices the group’s jobs'),
    labId: id<LabId>(),
    organisationId: id<OrganisationId>().nullable().describe('The school or association of the group'),
    createdAt: instant,
    archivedAt: instant.nullable().describe('When it was archived; no more jobs can be submitted for it'),
  })
  .meta({ id: 'Group' });
const groupDetail = groupView.extend({ people: z.array(personView) }).meta({ id: 'GroupDetail' });
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
  archived: z.stringbool().default(false).describe('True: only archived groups; false: only the others'),
});
export type GroupSearch = z.infer<typeof groupSearch>;
export class GroupSearchDto extends createZodDto(groupSearch) {}

export class GroupPersonChangesDto extends createZodDto(z.object({ leads: z.boolean() })) {}
