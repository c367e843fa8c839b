import type { LabId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText } from '../../platform/http/fields';
import { cardCodeField } from '../cards/cards.dto';

const kioskView = z
  .object({
    id: id(),
    labId: id<LabId>(),
    name: z.string(),
    createdAt: instant,
    lastUsedAt: instant.nullable().describe('To within a minute; null: never'),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'Kiosk' });
export class KioskListDto extends createZodDto(z.object({ items: z.array(kioskView) })) {}
export class NewKioskDto extends createZodDto(z.object({ name: lineOfText(80) })) {}
export class CreatedKioskDto extends createZodDto(
  kioskView.extend({
    url: z.string().describe('The address to open on the tablet; shown only now'),
    code: z
      .object({ size: z.number().int(), path: z.string() })
      .describe(
        'The address as a QR code: its size in modules, margin included, and the path of its dark ones',
      ),
  }),
) {}

export class KioskStateDto extends createZodDto(
  z.object({
    labName: z.string(),
    opening: z
      .object({ id: id(), openedAt: instant })
      .nullable()
      .describe('Since when the lab is open; null: it is closed'),
  }),
) {}

export class CardQuestionDto extends createZodDto(z.object({ code: cardCodeField })) {}
export class CardAnswerDto extends createZodDto(
  z.object({ name: z.string().describe('First name and initial') }),
) {}
export class ScannedCardDto extends createZodDto(z.object({ memberId: id<MemberId>(), name: z.string() })) {}
