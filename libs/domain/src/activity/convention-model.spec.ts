import { CONVENTION_MODEL } from './convention-model';
import { indicatorOf, unfitParameter } from './indicators';

it('the model of a convention uses indicators of the list, with parameters that they have', () => {
  for (const { indicators } of CONVENTION_MODEL)
    for (const { indicator, parameters } of indicators) {
      expect(indicatorOf(indicator)).toBeDefined();
      expect(unfitParameter(indicator, parameters)).toBeUndefined();
    }
});
