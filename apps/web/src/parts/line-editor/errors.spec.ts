import { Problem } from '../../api/problem';
import { errorsOf } from './errors';
import { newRow } from './row';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const defaults = { activity: 'training', nature: 'services', servedOn: '' } as const;
const sheet = { rows: [newRow(defaults, 'a'), newRow(defaults, 'b')], discount: '' };
const problem = (...paths: string[]) =>
  new Problem(
    'X',
    '',
    '',
    paths.map((path) => ({ path, message: `wrong ${path}` })),
  );

describe('errors at cells', () => {
  it('are found by the place of their row', () => {
    const errors = errorsOf(problem('lines.1.unitPrice', 'lines.0.discounts.0.percent', 'discounts'), sheet);
    expect(errors.of('b').get('unitPrice')).toBe('wrong lines.1.unitPrice');
    expect(errors.of('a').get('discount')).toBe('wrong lines.0.discounts.0.percent');
    expect(errors.whole).toBe('wrong discounts');
    expect(errors.areAllShown).toBe(true);
  });

  it('are not all shown where one is about something else', () => {
    expect(errorsOf(problem('lines.1.unitPrice', 'version'), sheet).areAllShown).toBe(false);
    expect(errorsOf(problem(), sheet).areAllShown).toBe(false);
    expect(errorsOf(null, sheet).of('a').size).toBe(0);
  });
});
