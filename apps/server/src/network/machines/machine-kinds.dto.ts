import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { lineOfText, pageOf } from '../../platform/http/fields';

const kindCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, fieldRule('machineKind'));
const kindFields = z.object({
  nameFr: lineOfText(80),
  nameEn: lineOfText(80),
  inductionRequired: z.boolean().describe('True if members need an induction for such a machine'),
});
const kindView = kindFields.extend({ code: z.string() }).meta({ id: 'MachineKind' });

export class MachineKindDto extends createZodDto(kindView) {}
export class MachineKindListDto extends createZodDto(pageOf(kindView)) {}
export class NewMachineKindDto extends createZodDto(kindFields.extend({ code: kindCode })) {}
export class MachineKindChangesDto extends createZodDto(kindFields.partial()) {}
