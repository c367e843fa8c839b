import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const picture = z
  .object({
    size: z.number().int().describe('The side of the SVG’s view box'),
    path: z.string().describe('The `d` of the SVG’s path'),
  })
  .meta({ id: 'CodePicture' });

export class PaymentCodeDto extends createZodDto(
  z
    .object({
      openCents: z.number().int().describe('What the code asks for'),
      picture: picture.nullable().describe('Null: nothing is open, or the seller has no bank account'),
    })
    .meta({ id: 'PaymentCode' }),
) {}
