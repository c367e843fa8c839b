import { usualDensity } from './densities';

it.each([
  ['PLA', 1.24],
  [' petg', 1.27],
  ['PLA+', 1.24],
  ['PLA mat', 1.24],
  ['Woodfill', undefined],
  ['', undefined],
])('of %j the usual density is %j', (material, density) => {
  expect(usualDensity(material)).toBe(density);
});
