import { REMINDER_FIELDS, type ReminderValues, reminderText, unknownFields } from './reminder-text';

const values = Object.fromEntries(REMINDER_FIELDS.map((field) => [field, `<${field}>`])) as ReminderValues;

describe('the text of a reminder', () => {
  it('has its fields filled in', () => {
    expect(reminderText('Facture {number} : {open}, {number}.', values)).toBe(
      'Facture <number> : <open>, <number>.',
    );
  });

  it('leaves out a line whose fields are empty', () => {
    const text = 'Bonjour,\n\n{penalties}\n\nCordialement,\n{seller}\n';
    expect(reminderText(text, { ...values, penalties: '' })).toBe('Bonjour,\n\nCordialement,\n<seller>');
  });

  it('does not read values for fields again', () => {
    expect(reminderText('{client}', { ...values, client: '{open}' })).toBe('{open}');
    expect(reminderText('{client}', { ...values, client: '$& $1' })).toBe('$& $1');
  });

  it('keeps what is no field, and says so to staff', () => {
    const text = '{numéro} {number} {constructor} {}';
    expect(reminderText(text, values)).toBe('{numéro} <number> {constructor} {}');
    expect(unknownFields(`${text} {numéro}`)).toEqual(['numéro', 'constructor', '']);
  });
});
