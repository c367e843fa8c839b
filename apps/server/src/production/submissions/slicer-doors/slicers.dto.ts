import type { LabId, MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, pageOf } from '../../../platform/http/fields';

const addressView = z
  .object({
    labId: id<LabId>(),
    labName: z.string(),
    machineId: id<MachineId>().nullable().describe('Null: whichever machine of the lab fits'),
    machineName: z.string().nullable(),
    address: z.string().describe('The base address to enter in a slicer'),
    shortAddress: z
      .string()
      .describe('The same for Cura, whose dialog takes a path of at most 30 characters'),
  })
  .meta({ id: 'SlicerAddress' });
export class SlicerAddressListDto extends createZodDto(pageOf(addressView)) {}

export class SlicerRequestDto extends createZodDto(
  z
    .object({
      id: id(),
      app: z.string().describe('Name of the program, as it calls itself'),
      code: z.string().describe('Tells two requests apart; it becomes a part of the token’s name'),
      createdAt: instant,
      expiresAt: instant,
    })
    .meta({ id: 'SlicerRequest' }),
) {}
export class SlicerDecisionDto extends createZodDto(z.object({ allow: z.boolean() })) {}
