import i18next from 'i18next';
import { bundlesOf } from '../i18n/add-words';
import { words } from '../i18n/all-words';
import { heaterName } from './heater-name';

beforeAll(() => i18next.init({ lng: 'en', resources: bundlesOf(words) }));

describe.each([
  ['fr', ['Buse', 'Plateau', 'Enceinte'], ['Buse active', 'Buse 1', 'Buse 2', 'Plateau', 'heater_left']],
  ['en', ['Nozzle', 'Bed', 'Chamber'], ['Active nozzle', 'Nozzle 1', 'Nozzle 2', 'Bed', 'heater_left']],
])('the heaters of a machine in %s', (language, one, several) => {
  const named = (...names: string[]) =>
    names.map((name) => heaterName(name, names, i18next.getFixedT(language)));

  it('have names in words, also the active one of several nozzles', () => {
    expect(named('nozzle', 'bed', 'chamber')).toEqual(one);
    expect(named('nozzle', 'nozzle 0', 'nozzle 1', 'bed', 'heater_left')).toEqual(several);
  });
});
