import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { languageField } from '../../platform/http/enums';
import { memberFields, memberView } from '../members/members.dto';

export class WardListDto extends createZodDto(
  z.object({ items: z.array(memberView), total: z.number().int() }),
) {}

export class OwnChangesDto extends createZodDto(
  memberFields
    .pick({ displayName: true, email: true, phone: true })
    .extend({ language: languageField })
    .partial(),
) {}
