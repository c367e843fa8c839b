import { gcodeOf, PARTS } from '../../scripts/demo/parts.mjs';
import { planPast } from '../../scripts/demo/past-plan.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 10, 29, 4, 30);
const BED = { width: 250, depth: 210 };

const files = [
  { sha256: 'a', fileName: 'a.gcode', material: 'PLA', seconds: 5000, filamentUm: [1], lines: 1 },
  { sha256: 'b', fileName: 'b.gcode', material: 'PETG', seconds: 9000, filamentUm: [1], lines: 1 },
];
const machines = { serial: 'PLA', tcp: 'PETG' };
const prints = planPast({ now: NOW, materials: machines, files, memberIds: ['m', 'n', 'o'] });

describe('the past of the demonstration', () => {
  it('has prints of two weeks, all over before today, none on a Sunday or at night', () => {
    expect(prints.length).toBeGreaterThan(40);
    expect(new Set(prints.map(({ memberId }) => memberId)).size).toBe(3);
    for (const { submittedAt, startedAt, endedAt } of prints) {
      expect(submittedAt).toBeLessThan(startedAt);
      expect(startedAt).toBeGreaterThan(NOW - 15 * DAY_MS);
      expect(endedAt).toBeLessThan(NOW - (NOW % DAY_MS));
      expect(new Date(startedAt).getUTCDay()).not.toBe(0);
      expect(new Date(startedAt).getUTCHours()).toBeGreaterThanOrEqual(9);
      expect(endedAt % DAY_MS).toBeLessThanOrEqual(17 * HOUR_MS);
    }
  });

  it('prints one part at a time on each machine, of the material that it has', () => {
    for (const [machine, material] of Object.entries(machines)) {
      const own = prints.filter((print) => print.machine === machine);
      expect(own.every(({ file }) => file.material === material)).toBe(true);
      for (const [at, print] of own.slice(1).entries())
        expect(print.startedAt).toBeGreaterThan(own[at]?.endedAt ?? 0);
    }
    expect(prints.some(({ outcome }) => outcome === 'failed')).toBe(true);
  });

  it.each(PARTS.map((part) => [part.fileName, part] as const))(
    '%s fits on the bed, and ends cold',
    (_, part) => {
      const lines = gcodeOf(part).trimEnd().split('\n');
      const ordinates = (axis: string) =>
        lines.flatMap((line) => new RegExp(`^G1 .*?${axis}([\\d.]+)`).exec(line)?.slice(1) ?? []).map(Number);
      expect(Math.max(...ordinates('X'))).toBeLessThan(BED.width);
      expect(Math.max(...ordinates('Y'))).toBeLessThan(BED.depth);
      expect(lines.slice(-4)).toEqual(['M104 S0', 'M140 S0', 'M84', `; filament_type = ${part.material}`]);
      expect(lines.filter((line) => line === 'M600')).toHaveLength(part.changesFilament ? 1 : 0);
    },
  );
});
