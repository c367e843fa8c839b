import type { LabId, MachineId, MemberId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, instantInput, pageOf } from '../../platform/http/fields';

const rulesSchema = z.object({
  offered: z.boolean().describe('True if members may book the machines of this lab'),
  longestHours: z.number().int().min(1).max(24).describe('Longest booking, in hours'),
  hoursPerWeek: z
    .number()
    .int()
    .min(1)
    .max(168)
    .describe('Hours that one member may book in one week, Monday to Sunday'),
  daysAhead: z.number().int().min(1).max(365).describe('How many days ahead a booking can be made'),
  version: z.number().int().min(0).describe('Raised by each change; 0 before the first one'),
});
export class BookingRulesDto extends createZodDto(
  rulesSchema.extend({ labId: id<LabId>() }).meta({ id: 'BookingRules' }),
) {}
/** Names the version that the person saw. */
export class SetBookingRulesDto extends createZodDto(rulesSchema) {}

export class BookDto extends createZodDto(
  z.object({
    from: instantInput.describe('On a quarter of an hour'),
    until: instantInput.describe('At least an hour later'),
  }),
) {}

const bookingSchema = z
  .object({
    id: id(),
    machineId: id<MachineId>(),
    labId: id<LabId>(),
    from: instant,
    until: instant,
    mine: z.boolean().describe('True if it is your own booking'),
    forSession: z
      .boolean()
      .describe('True if a course or another session has the machine: it is changed and cancelled there'),
    memberId: id<MemberId>()
      .nullable()
      .describe('Whose booking it is; null if it is not yours and you are not on the lab’s staff'),
  })
  .meta({ id: 'Booking' });
export class BookingDto extends createZodDto(bookingSchema) {}
export class BookingListDto extends createZodDto(pageOf(bookingSchema)) {}

export class OwnBookingListDto extends createZodDto(
  pageOf(
    bookingSchema
      .omit({ mine: true, memberId: true, forSession: true })
      .extend({
        machineName: z.string(),
        labName: z.string(),
        timeZone: z.string().describe('Of the lab’s clock'),
        maintenance: z
          .boolean()
          .describe('True if a maintenance of the machine was planned for this time after the booking'),
      })
      .meta({ id: 'OwnBooking' }),
  ),
) {}

export class FreeHoursQueryDto extends createZodDto(
  z.object({ day: z.iso.date().describe('On the lab’s calendar') }),
) {}
export class FreeHoursDto extends createZodDto(
  z
    .object({
      offered: z.boolean().describe('False if the lab offers no bookings'),
      timeZone: z.string().describe('Of the lab’s clock'),
      firstDay: z.iso.date().describe('Today on the lab’s calendar'),
      lastDay: z.iso.date().describe('The last day that can be booked now'),
      free: z
        .array(z.object({ from: instant, until: instant.describe('The latest end') }))
        .describe(
          'Beginnings that are free on this day; a booking may end at each half hour from one hour on',
        ),
    })
    .meta({ id: 'FreeHours' }),
) {}

const feedSchema = z
  .object({
    id: id(),
    machineId: id<MachineId>().nullable().describe('Null: your own bookings'),
    createdAt: instant,
  })
  .meta({ id: 'BookingFeed' });
export class BookingFeedListDto extends createZodDto(pageOf(feedSchema)) {}
export class NewBookingFeedDto extends createZodDto(
  z.object({ machineId: id<MachineId>().nullable().default(null) }),
) {}
export class CreatedBookingFeedDto extends createZodDto(
  feedSchema
    .extend({ url: z.string().describe('The secret address. It is shown only in this answer') })
    .meta({ id: 'CreatedBookingFeed' }),
) {}
