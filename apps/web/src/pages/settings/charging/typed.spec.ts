import { type Settings, settingsOf, typedOf } from './typed';

const settings: Settings = {
  ...{ isOn: true, invoicesMonthly: false, defaultAllowanceCents: 1_250 },
  quotas: { child: { measure: 'hours', amount: 9_000 }, adult: { measure: 'euros', amount: 500 } },
  policy: { cancelledByMaker: 'all', cancelledByStaff: 'nothing', failed: 'material' },
};
const CATEGORIES = ['adult', 'child', 'other'];

it('shows the settings in the units that people type, and reads them again', () => {
  const typed = typedOf(settings, CATEGORIES);
  expect(typed).toMatchObject({ allowance: '12.5', 'amount child': '2.5', 'amount other': '' });
  expect(settingsOf(typed, CATEGORIES)).toEqual(settings);
});
