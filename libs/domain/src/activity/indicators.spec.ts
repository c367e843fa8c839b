import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  gramsOf,
  hoursOf,
  INDICATORS,
  indicatorKey,
  reachedOf,
  shareOf,
  unfitParameter,
  unfitValue,
} from './indicators';

const page = readFileSync(join(__dirname, '../../../../docs/indicators.md'), 'utf8');

describe('indicators', () => {
  it('are all defined in docs/indicators.md, with the same version, unit and names', () => {
    for (const { code, version, unit, name } of INDICATORS) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${code}\``));
      const cells = (row ?? '').split('|').map((cell) => cell.trim());
      expect(cells.slice(1, -1)).toEqual([`\`${code}\``, String(version), unit, name.fr, name.en]);
      expect(page).toContain(`- **\`${code}\`**`);
    }
    const defined = page.match(/^- \*\*`[a-z-]+`\*\*/gm) ?? [];
    expect(defined).toHaveLength(INDICATORS.length);
  });

  it('have each a code of its own', () => {
    expect(new Set(INDICATORS.map(({ code }) => code)).size).toBe(INDICATORS.length);
  });

  it('refuse parameters that they do not have', () => {
    expect(unfitParameter('visits', { public: 'senior' })).toBeUndefined();
    expect(unfitParameter('visits', { topic: 'x' })).toBe('topic');
    expect(unfitParameter('result', { toString: 'x' })).toBe('toString');
  });

  it('have one key whatever the order of their parameters', () => {
    expect(indicatorKey('visits', { public: 'a', purpose: 'b' })).toBe(
      indicatorKey('visits', { purpose: 'b', public: 'a' }),
    );
  });

  it('are narrowed by values that exist, where the list knows them all', () => {
    expect(unfitValue({ public: 'senior', material: 'PLA' })).toBeUndefined();
    expect(unfitValue({ public: 'elderly' })).toMatchObject({ parameter: 'public', value: 'elderly' });
    expect(unfitValue({ kind: 'course', audience: 'toString' })?.values).toContain('everyone, members');
    expect(unfitValue({ toString: 'x' })).toBeUndefined();
  });

  it('round once, half away from zero', () => {
    expect(hoursOf(3_600_000 * 1.25)).toBe(1.3);
    expect(gramsOf(1_500)).toBe(2);
    expect(gramsOf(-1_500)).toBe(-2);
    expect(shareOf(1, 3)).toBe(33.3);
    expect(shareOf(0, 0)).toBeNull();
    expect(reachedOf(50, 200)).toBe(25);
    expect(reachedOf(50, 0)).toBeNull();
    expect(reachedOf(null, 3)).toBeNull();
  });

  it('give shares between 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (part, rest) => {
        const share = shareOf(part, part + rest);
        if (part + rest === 0) expect(share).toBeNull();
        else expect(share !== null && share >= 0 && share <= 100).toBe(true);
      }),
    );
  });
});
