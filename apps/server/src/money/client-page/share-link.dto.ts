import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../../platform/http/fields';

const shareLinkSchema = z
  .object({
    id: id(),
    createdAt: instant,
    revokedAt: instant.nullable().describe('From then on the link opens nothing'),
  })
  .meta({ id: 'ShareLink' });

export class ShareLinkListDto extends createZodDto(z.object({ items: z.array(shareLinkSchema) })) {}

export class NewShareLinkDto extends createZodDto(
  shareLinkSchema
    .extend({ url: z.string().describe('The secret link. It is shown only in this answer') })
    .meta({ id: 'NewShareLink' }),
) {}
