import type { MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';

/** What a scanner types. */
export const cardCodeField = lineOfText(64, 4);

const cardView = z
  .object({
    id: id(),
    memberId: id<MemberId>(),
    code: z.string().describe('What the bar code or QR code says'),
    createdAt: instant,
    revokedAt: instant.nullable().describe('When it was revoked; it has named no member since'),
  })
  .meta({ id: 'MemberCard' });
export class CardDto extends createZodDto(cardView) {}
export class CardListDto extends createZodDto(pageOf(cardView)) {}

export class NewCardDto extends createZodDto(
  z.object({
    code: cardCodeField
      .optional()
      .describe('Of another card of the member, as scanned; a new code if left out'),
    replaces: id().optional().describe('A card that is lost: it is revoked in the same step'),
  }),
) {}

export class CardPictureDto extends createZodDto(
  z
    .object({
      size: z.number().int().describe('Width and height in modules, margin included'),
      path: z.string().describe('The `d` of an SVG path that fills the dark modules'),
    })
    .meta({ id: 'QrPicture' }),
) {}
