import { Problem } from '../../../api/problem';
import { atFields, bodyOf, type Settings, valuesOf } from './values';

// These modules ask the browser for its language when they are loaded.
jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const words = (language: string) => ({ subject: `${language} {number}`, text: `${language}\n{open}` });
const step = (name: 'friendly' | 'firm' | 'formal', afterDays: number) => ({
  ...{ step: name, isActive: name !== 'firm', afterDays, withPenalties: name === 'formal' },
  way: name === 'formal' ? ('letter' as const) : ('mail' as const),
  ...{ fr: words('fr'), en: words('en') },
});
const settings: Settings = {
  steps: [step('friendly', 7), step('firm', 21), step('formal', 45)],
  ...{ leastDaysBetween: 7, businessBasisPoints: 1215, publicBodyBasisPoints: null, indemnityCents: 4000 },
  inForceFrom: '2026-01-01',
};

it('sends what was recorded when nothing is changed, from today on', () => {
  const { inForceFrom, ...sent } = bodyOf(valuesOf(settings));
  const { inForceFrom: _, ...recorded } = settings;
  expect(sent).toEqual(recorded);
  expect(inForceFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('takes rates with a comma, and none from an empty field', () => {
  const body = bodyOf({ ...valuesOf(settings), businessRate: '', publicRate: '10,15', indemnity: '' });
  expect(body).toMatchObject({ businessBasisPoints: null, publicBodyBasisPoints: 1015, indemnityCents: 0 });
  expect(() => bodyOf({ ...valuesOf(settings), firm_after: 'dix' })).toThrow(Problem);
});

it('shows the errors of the server at their fields', () => {
  const paths = ['steps.1.afterDays', 'steps.2.fr.text', 'steps', 'indemnityCents', 'leastDaysBetween'];
  const fields = paths.map((path) => ({ path, message: 'non' }));
  const error = atFields(new Problem('REQUEST.INVALID', '', '', fields)) as Problem;
  expect(error.fields.map(({ path }) => path)).toEqual([
    ...['firm_after', 'formal_frText', 'formal_after', 'indemnity', 'leastDaysBetween'],
  ]);
  expect(atFields('other')).toBe('other');
});
