import { runHost } from './hosts.mjs';

/** @param {number[]} values @returns {number} the middle one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const medianOf = (runs, key) => median(runs.map((run) => run[key]));

/**
 * Runs jobs in turn, A B A B: so that other load on this computer slows all of them equally.
 * @param {object} bench see `runHost`
 * @param {Record<string, import('./hosts.mjs').HostRun>} jobs
 * @param {number} rounds
 */
export async function alternate(bench, jobs, rounds) {
  const names = Object.keys(jobs);
  /** @type {Record<string, any[]>} */
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      bench.say(`${bench.scenario}: ${name}, round ${round + 1} of ${rounds}`);
      runs[name].push(await runHost(bench, jobs[name]));
    }
  return {
    runs,
    /** Medians of one host. */
    row: (name) => ({
      host: jobs[name].host,
      window: jobs[name].window,
      linesPerSecond: medianOf(runs[name], 'linesPerSecond'),
      cpuMicrosPerLine: medianOf(runs[name], 'cpuMicrosPerLine'),
      coreShare: medianOf(runs[name], 'coreShare'),
    }),
    /** Median over the rounds of one host's figure over another's of the same round. */
    ratio: (key, name, to) => median(runs[name].map((run, round) => run[key] / runs[to][round][key])),
  };
}
