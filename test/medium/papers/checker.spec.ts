import { writeCii } from '../../../apps/server/src/money/rendering/xml/write-cii';
import { checkInvoice, RULES } from './checker/check-invoice';
import { PAPERS } from './fixtures/papers';
import { PLANTED, set } from './fixtures/planted';

describe('the checker of invoices', () => {
  it.each(PLANTED)('%s finds what is planted in: %s', (rule, paper, plant) => {
    const right = writeCii(PAPERS[paper]);
    const wrong = plant(right);
    expect(wrong).not.toBe(right);
    expect(checkInvoice(wrong).map((fault) => fault.rule)).toContain(rule);
  });

  it('has a planted fault for each of its rules', () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(RULES.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it('cannot take figures for right that it cannot read', () => {
    const wrong = set('DuePayableAmount', '1158,20')(writeCii(PAPERS['three rates']));
    expect(() => checkInvoice(wrong)).toThrow('Not a decimal');
  });
});
