import { versionOn } from './tariff-in-force';

const version = (number: number, inForceFrom: string | null, createdOn = '2026-11-01') => ({
  number,
  inForceFrom,
  createdAt: Date.parse(`${createdOn}T12:00:00Z`),
});
const numberOn = (day: string, ...versions: ReturnType<typeof version>[]) => versionOn(versions, day)?.number;

describe('the version of a tariff that applies on a day', () => {
  it('is the one that began last', () => {
    const versions = [version(1, '2026-11-01'), version(2, '2027-01-01'), version(3, '2026-11-20')];
    expect(numberOn('2026-11-19', ...versions)).toBe(1);
    expect(numberOn('2026-11-20', ...versions)).toBe(3);
    expect(numberOn('2026-12-31', ...versions)).toBe(3);
    expect(numberOn('2027-01-01', ...versions)).toBe(2);
  });

  it('is the last published of those that began on the same day', () => {
    expect(numberOn('2026-11-20', version(2, '2026-11-20'), version(1, '2026-11-20'))).toBe(2);
  });

  it('is the first one before it began: what was used before is priced with it', () => {
    expect(numberOn('2026-10-31', version(1, '2026-11-01'), version(2, '2026-11-20'))).toBe(1);
    expect(numberOn('2026-10-31')).toBeUndefined();
  });

  it('begins on the day of its publication where no day was kept', () => {
    const versions = [version(1, null, '2026-11-01'), version(2, null, '2026-11-10')];
    expect(numberOn('2026-11-09', ...versions)).toBe(1);
    expect(numberOn('2026-11-10', ...versions)).toBe(2);
  });
});
