import { clientName } from './client-name';

it.each([
  ['PrusaSlicer/2.9.4', 'PrusaSlicer 2.9.4'],
  ['OrcaSlicer/2.4.2 (Windows 11)', 'OrcaSlicer 2.4.2'],
  ['curl', 'curl'],
  ['', undefined],
  [null, undefined],
])('%p is a program called %p', (userAgent, name) => {
  expect(clientName(userAgent)).toBe(name);
});
