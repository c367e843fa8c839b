/** The words in braces that a reminder's texts may have. */
export const REMINDER_FIELDS = [
  ...(['number', 'client', 'issuedOn', 'dueOn', 'daysLate', 'total', 'open'] as const),
  ...(['penalties', 'payment', 'seller'] as const),
] as const;
export type ReminderField = (typeof REMINDER_FIELDS)[number];
export type ReminderValues = Readonly<Record<ReminderField, string>>;

const FIELD = /\{([^{}\n]*)\}/g;

const isField = (name: string): name is ReminderField =>
  (REMINDER_FIELDS as readonly string[]).includes(name);

/** The words in braces that are no fields, as they are written: a typing mistake of staff. */
export const unknownFields = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name).filter((name) => !isField(name))),
];

/**
 * A text with its fields filled in. Values are not read for fields again. A line on which only empty fields stood is
 * left out, with the empty line before it.
 */
export function reminderText(template: string, values: ReminderValues): string {
  const fill = (line: string) =>
    line.replace(FIELD, (whole, name: string) => (isField(name) ? values[name] : whole));
  const lines = template.split('\n').flatMap((line) => {
    const filled = fill(line);
    return filled.trim() === '' && line.trim() !== '' ? [] : [filled];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
