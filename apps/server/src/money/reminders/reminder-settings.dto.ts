import { REMINDER_STEPS, REMINDER_WAYS, unknownFields } from '@pandafab/domain';
import { fieldRule } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { instant, lineOfText, pageOf, severalLines, textBlock } from '../../platform/http/fields';

export const stepField = z.enum(REMINDER_STEPS).meta({ id: 'ReminderStep' });
export const wayField = z.enum(REMINDER_WAYS).meta({ id: 'ReminderWay' });

const knowsItsFields = (text: string): boolean => unknownFields(text).length === 0;

const words = z
  .object({
    subject: lineOfText(200).refine(knowsItsFields, fieldRule('reminderField')),
    text: textBlock(4000).refine(knowsItsFields, fieldRule('reminderField')).register(severalLines, {}),
  })
  .meta({ id: 'ReminderWords', description: 'With fields in braces, such as {number}' });

const rate = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .nullable()
  .describe('A year, in basis points: 1215 is 12.15 %; null: no penalty is computed');

const stepSchema = z
  .object({
    step: stepField,
    isActive: z.boolean(),
    afterDays: z.number().int().min(1).max(730).describe('After the day on which the document was due'),
    way: wayField.describe('A client without e-mail address gets a letter'),
    withPenalties: z.boolean().describe('Says the late penalties, for businesses and public bodies'),
    fr: words,
    en: words.describe('For clients in countries where French is not spoken'),
  })
  .meta({ id: 'ReminderStepSettings' });
export type StepSettings = z.infer<typeof stepSchema>;

const settingsSchema = z
  .object({
    steps: z.array(stepSchema).length(REMINDER_STEPS.length).describe('In the order of the steps'),
    leastDaysBetween: z.number().int().min(1).max(365).describe('Between two reminders of one document'),
    businessBasisPoints: rate,
    publicBodyBasisPoints: rate,
    indemnityCents: z.number().int().min(0).max(100_000).describe('For each late document'),
  })
  .meta({ id: 'ReminderSettings' });
export type ReminderSettingsBody = z.infer<typeof settingsSchema>;

/** Each step later than the one before: a step that is switched off counts too. */
const isOrdered = ({ steps }: Pick<ReminderSettingsBody, 'steps'>): boolean =>
  REMINDER_STEPS.every((step, at) => steps[at]?.step === step) &&
  steps.every(({ afterDays }, at) => at === 0 || afterDays > (steps[at - 1]?.afterDays ?? 0));

export class PutReminderSettingsDto extends createZodDto(
  settingsSchema
    .extend({
      inForceFrom: z.iso.date().optional().describe('The first day of these settings; today if left out'),
    })
    .refine(isOrdered, { path: ['steps'], message: fieldRule('reminderOrder') }),
) {}

const dated = settingsSchema
  .extend({ inForceFrom: z.iso.date().nullable().describe('Null: they came with the installation') })
  .meta({ id: 'DatedReminderSettings' });
export class ReminderSettingsDto extends createZodDto(dated) {}

export class ReminderSettingsVersionsDto extends createZodDto(
  pageOf(dated.extend({ recordedAt: instant }).meta({ id: 'ReminderSettingsVersion' })),
) {}
