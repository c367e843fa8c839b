import { Problem } from '../../../api/problem';
import { atFields, bodyOf, changeOf, type Numbering, type Series, valuesOf } from './numbering';

jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const invoice: Series = {
  ...{ kind: 'invoice', prefix: 'FA', labPart: 'none' },
  ...{ example: 'FA-2026-000012', lastNumber: 'FA-2026-000011' },
};
const numbering: Numbering = { series: [invoice], labCodes: [{ labId: 'a', code: 'ROT' }] };
const labs = [{ id: 'a' }, { id: 'b' }];
const values = valuesOf(numbering, labs);

describe('the next number', () => {
  it('is the one of the server as long as nothing is changed', () => {
    expect(changeOf(invoice, values, 'ROT')).toEqual({ example: 'FA-2026-000012', isNew: false });
  });

  it('begins at 1 with another prefix, or with the code of a lab', () => {
    expect(changeOf(invoice, { ...values, prefix_invoice: 'fac' }, 'ROT')).toEqual({
      ...{ example: 'FAC-2026-000001', isNew: true },
    });
    expect(changeOf(invoice, { ...values, byLab_invoice: true }, 'ROT')).toEqual({
      ...{ example: 'FA-ROT-2026-000001', isNew: true },
    });
    expect(changeOf(invoice, { ...values, byLab_invoice: true }, '').example).toBe('FA-…-2026-000001');
  });
});

describe('what is sent', () => {
  it('has every series, and the codes of labs that have one', () => {
    expect(bodyOf(numbering, labs, { ...values, prefix_invoice: ' fac ' })).toEqual({
      series: [{ kind: 'invoice', prefix: 'FAC', labPart: 'none' }],
      labCodes: [{ labId: 'a', code: 'ROT' }],
    });
  });

  it('gets its errors at the fields', () => {
    const body = bodyOf(numbering, labs, values);
    const problem = new Problem('REQUEST.INVALID', 'what', 'cure', [
      { path: 'series.0.prefix', message: 'must be short' },
      { path: 'labCodes.0.code', message: 'must be short' },
    ]);
    const { fields } = atFields(problem, body) as Problem;
    expect(fields.map(({ path }) => path)).toEqual(['prefix_invoice', 'code_a']);
  });
});
