import type { GuardPolicy } from '@pandafab/shared';
import { GcodeAnalyser } from '../gcode-analyser';
import { stopsOf } from './stops';

const policy: GuardPolicy = {
  rules: Object.fromEntries(
    [
      'G28',
      'G1',
      'M83',
      'M400',
      'M0',
      'M1',
      'M25',
      'M125',
      'M226',
      'M600',
      'M601',
      'M2000',
      '@:pause',
      'PAUSE',
    ].map((name) => [name, 'allow' as const]),
  ),
  maxFrameBytes: 96,
  allowed: [],
  maxCelsius: { nozzle: null, bed: null, chamber: null },
  volume: null,
};

function stopsIn(lines: readonly string[], by = policy) {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(['G28', 'M83', 'G1 X1 E1', ...lines, 'G1 X2 E1', ''].join('\n')));
  const { guard } = analyser.end();
  return stopsOf(guard, by).map(({ code, line, count, severity, details }) => ({
    code,
    line,
    count,
    severity,
    says: details.says,
  }));
}

describe('a file that stops and waits for a person', () => {
  const warned = { severity: 'warn', line: 4, count: 1, says: undefined };
  it.each<[string, string]>([
    ['M600', 'GUARD.STOPS_FOR_FILAMENT'],
    ['M600 E-5 L30', 'GUARD.STOPS_FOR_FILAMENT'],
    ['M0', 'GUARD.STOPS'],
    ['M1 S5', 'GUARD.STOPS'],
    ['M25', 'GUARD.STOPS'],
    ['M125 L2', 'GUARD.STOPS'],
    ['M226', 'GUARD.STOPS'],
    ['M601', 'GUARD.STOPS'],
    ['M2000', 'GUARD.STOPS'],
    ['@pause', 'GUARD.STOPS'],
    [';@pause', 'GUARD.STOPS'],
    ['PAUSE', 'GUARD.STOPS'],
    ['M400 U1', 'GUARD.STOPS'],
  ])('%s is announced', (line, code) => {
    expect(stopsIn([line])).toEqual([{ ...warned, code }]);
  });

  it('gives the number of stops, and the file’s message for people', () => {
    expect(stopsIn(['M600', 'G1 X5 E1', 'M600', 'M0 Mettre les aimants'])).toEqual([
      { ...warned, code: 'GUARD.STOPS_FOR_FILAMENT', count: 2 },
      { ...warned, code: 'GUARD.STOPS_SAYING', line: 7, says: 'Mettre les aimants' },
    ]);
  });

  it('is not one that only waits for its moves, or whose pause is left out', () => {
    expect(stopsIn(['M400', 'M117 M600', '; M600', 'G4 P100'])).toEqual([]);
    const strips: GuardPolicy = {
      ...policy,
      rules: { ...policy.rules, M0: { severity: 'strip', reason: 'UNUSUAL' } },
    };
    expect(stopsIn(['M0'], strips)).toEqual([]);
  });
});
