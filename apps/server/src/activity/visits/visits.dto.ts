import { VISIT_PURPOSES, VISITOR_PUBLICS } from '@pandafab/domain';
import type { LabId, MemberId, VisitId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput } from '../../platform/http/fields';
import { cardCodeField } from '../cards/cards.dto';

const publicField = z.enum(VISITOR_PUBLICS).meta({ id: 'VisitorPublic' });
const purposeField = z.enum(VISIT_PURPOSES).meta({ id: 'VisitPurpose' });
const day = z.iso.date().describe('On the lab’s calendar');

const visitFields = {
  key: id<VisitId>().describe(
    'Chosen by the sender, a new one for each visit: sent twice, the visit counts once',
  ),
  at: instantInput
    .optional()
    .describe(
      'When the visit was, if it was counted without a network: at most seven days back; now if left out',
    ),
  public: publicField.describe('Whom the person at the desk sees'),
  purpose: purposeField,
  people: z
    .number()
    .int()
    .min(1)
    .max(500)
    .default(1)
    .describe('More than one for a group that comes together'),
  cardCode: cardCodeField.optional().describe('What the scanner read on the card of a member'),
};
export class NewKioskVisitDto extends createZodDto(z.object(visitFields)) {}
export class NewVisitDto extends createZodDto(
  z.object({
    ...visitFields,
    memberId: id<MemberId>()
      .optional()
      .describe('A member who is known to the lab; a card is not needed then'),
  }),
) {}

const visitView = z
  .object({
    id: id<VisitId>(),
    at: instant,
    day,
    public: publicField,
    purpose: purposeField,
    people: z.number().int(),
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'KioskVisit' });
export class KioskVisitDto extends createZodDto(visitView) {}

const listedVisit = visitView
  .extend({
    memberId: id<MemberId>().nullable(),
    memberName: z.string().nullable().describe('Null: counted without a name'),
    kioskName: z.string().nullable().describe('The tablet that counted it; null: staff counted it'),
  })
  .meta({ id: 'Visit' });

export class CountedVisitDto extends createZodDto(
  listedVisit
    .extend({
      alreadyToday: z
        .boolean()
        .describe('True if this member was counted in this lab on the same day before'),
    })
    .meta({ id: 'CountedVisit' }),
) {}

const openingView = z
  .object({
    id: id(),
    openedAt: instant,
    closedAt: instant.nullable().describe('Null while the lab is open'),
    day: day.describe('The day on which it opened'),
    note: z.string().nullable().describe('Why it was corrected'),
    closedByServer: z.boolean().describe('True if the lab was left open, and the server closed it'),
    version: z.number().int(),
  })
  .meta({ id: 'LabOpening' });
export class OpeningDto extends createZodDto(openingView) {}
export class OpeningListDto extends createZodDto(
  z.object({ timeZone: z.string(), items: z.array(openingView) }),
) {}

export class VisitDayDto extends createZodDto(
  z.object({
    labId: id<LabId>(),
    timeZone: z.string().describe('Of the lab’s clock'),
    day,
    visits: z.number().int(),
    people: z.number().int(),
    byPublic: z.array(z.object({ public: publicField, people: z.number().int() })),
    byPurpose: z.array(z.object({ purpose: purposeField, people: z.number().int() })),
    opening: openingView.nullable().describe('Since when the lab is open; null: it is closed now'),
    items: z.array(listedVisit).describe('The latest 200, with those that were undone'),
  }),
) {}
export class VisitDayQueryDto extends createZodDto(
  z.object({ day: day.optional().describe('On the lab’s calendar; today if left out') }),
) {}

const MOST_DAYS = 366;
const range = z
  .object({ from: day, to: day.describe('Included; at most 366 days') })
  .refine(({ from, to }) => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return days >= 0 && days < MOST_DAYS;
  });
export class DayRangeDto extends createZodDto(range) {}

export class VisitDaysDto extends createZodDto(
  z.object({
    items: z.array(
      z.object({
        day,
        visits: z.number().int(),
        people: z.number().int(),
        openMinutes: z.number().int().describe('Minutes for which the lab was really open'),
      }),
    ),
  }),
) {}
