import fc from 'fast-check';
import { daysBetween } from '../receivables/aged-balance';
import { dueStep, REMINDER_STEPS, type SentStep } from './due-step';

const rules = {
  steps: [
    { step: 'friendly', afterDays: 7 },
    { step: 'firm', afterDays: 21 },
    { step: 'formal', afterDays: 45 },
  ],
  leastDaysBetween: 10,
} as const;
const late = { dueOn: '2026-03-01', openCents: 100, sent: [] };
const stepOn = (day: string, sent: readonly SentStep[] = [], changes: object = {}) =>
  dueStep({ ...late, sent, ...changes }, rules, day)?.step ?? null;

const FRIENDLY = { step: 'friendly', day: '2026-03-08' } as const;
const FIRM = { step: 'firm', day: '2026-03-22' } as const;

describe('the reminder that is due', () => {
  it('begins some days after the due date', () => {
    expect(stepOn('2026-03-07')).toBeNull();
    expect(stepOn('2026-03-08')).toBe('friendly');
  });

  it('follows the order of the steps, also when a document is very late', () => {
    expect(stepOn('2027-03-01')).toBe('friendly');
    expect(stepOn('2026-03-21', [FRIENDLY])).toBeNull();
    expect(stepOn('2026-03-22', [FRIENDLY])).toBe('firm');
    expect(stepOn('2026-04-15', [FIRM, FRIENDLY])).toBe('formal');
  });

  it('leaves some days between two reminders', () => {
    const sent = [{ step: 'friendly', day: '2026-03-20' } as const];
    expect(stepOn('2026-03-29', sent)).toBeNull();
    expect(stepOn('2026-03-30', sent)).toBe('firm');
  });

  it('is none after the last step, and none for a document that is paid or not due', () => {
    expect(stepOn('2027-03-01', [{ step: 'formal', day: '2026-05-01' }])).toBeNull();
    expect(stepOn('2026-05-01', [], { openCents: 0 })).toBeNull();
    expect(stepOn('2026-05-01', [], { openCents: -50 })).toBeNull();
    expect(stepOn('2026-05-01', [], { dueOn: null })).toBeNull();
    expect(stepOn('2026-03-01')).toBeNull();
  });

  it('goes over a step that is switched off', () => {
    const two = { ...rules, steps: [rules.steps[2], rules.steps[0]] };
    expect(dueStep({ ...late, sent: [FRIENDLY] }, two, '2026-06-01')?.step).toBe('formal');
  });

  it('asks for each step once, in their order and never too soon, whatever the days are', () => {
    const visits = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(visits, (offsets) => {
        const sent: SentStep[] = [];
        for (const offset of [...offsets].sort((a, b) => a - b)) {
          const day = new Date(Date.UTC(2026, 2, 1 + offset)).toISOString().slice(0, 10);
          const step = stepOn(day, sent);
          if (step) sent.push({ step, day });
        }
        expect(sent.map(({ step }) => step)).toEqual(REMINDER_STEPS.slice(0, sent.length));
        for (const [at, { day }] of sent.entries())
          expect(daysBetween(sent[at - 1]?.day ?? '2000-01-01', day)).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});
