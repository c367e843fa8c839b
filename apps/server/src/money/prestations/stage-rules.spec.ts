import { type Cents, cents, Fault, newId, type PrestationId, type StageId } from '@pandafab/shared';
import type { PrestationStage, StageShare } from './prestation.entities';
import { demandAtMostWhole, demandInvoicedKept, demandKnownStages } from './stage-rules';

const percent = (share: string): StageShare => ({ kind: 'percent', percent: share });
const stage = (share: StageShare | null = null): PrestationStage => ({
  ...{ id: newId<StageId>(), prestationId: newId<PrestationId>(), position: 1, name: 'Montage' },
  ...{ plannedOn: null, doneOn: null, share },
});
const amount = (value: number): { kind: 'amount'; cents: Cents } => ({ kind: 'amount', cents: cents(value) });

const codeOf = (check: () => void): string | undefined => {
  try {
    check();
    return undefined;
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
};

describe('the rules of stages', () => {
  it.each([
    [['33.33', '33.33', '33.34'], undefined],
    [['50', '50.01'], 'PRESTATION.STAGES_EXCEED'],
  ])('percentages %j together: %s', (shares, code) => {
    expect(codeOf(() => demandAtMostWhole(shares.map((share) => stage(percent(share)))))).toBe(code);
  });

  it('add up percentages only', () => {
    expect(
      codeOf(() => demandAtMostWhole([stage(percent('100')), stage(amount(100)), stage()])),
    ).toBeUndefined();
  });

  it('know each stage once', () => {
    const [one, other] = [stage(), stage()];
    const check = (edited: PrestationStage[]) =>
      codeOf(() => demandKnownStages({ reference: 'PR-1' }, [one], edited));
    expect(check([one])).toBeUndefined();
    expect(check([other])).toBe('PRESTATION.STAGE_UNKNOWN');
    expect(check([one, one])).toBe('PRESTATION.STAGE_UNKNOWN');
  });

  it('keep the share of an invoiced stage, but not its name or its day', () => {
    const invoiced = stage(percent('40'));
    const check = (edited: PrestationStage[]) =>
      codeOf(() => demandInvoicedKept([invoiced], edited, new Set([invoiced.id])));
    expect(check([{ ...invoiced, name: 'Tournage', doneOn: '2026-11-26' }])).toBeUndefined();
    expect(check([{ ...invoiced, share: percent('41') }])).toBe('PRESTATION.STAGE_INVOICED');
    expect(check([])).toBe('PRESTATION.STAGE_INVOICED');
  });
});
