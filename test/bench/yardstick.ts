import type { Figure } from './fleet/figures';

const ADDITIONS = 1_000_000_000;
const MICROSECONDS = 1_000_000;

/**
 * How fast this computer is at this moment: a fixed loop, which takes about a second of an ordinary processor. Where
 * the loop takes longer than its processor time, other programs have the processor meanwhile.
 */
export function measureYardstick(): Figure[] {
  const before = process.cpuUsage();
  const begun = performance.now();
  const sum = addUp();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(before);
  if (!Number.isFinite(sum)) throw new Error('the loop did nothing');
  const named = { scenario: 'yardstick', unit: 's' };
  return [
    { ...named, name: '10⁹ additions', value: seconds },
    { ...named, name: '10⁹ additions, CPU', value: (user + system) / MICROSECONDS },
  ];
}

function addUp(): number {
  let sum = 0;
  for (let at = 0; at < ADDITIONS; at++) sum += at;
  return sum;
}
