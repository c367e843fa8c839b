import { alternate, median } from '../lib/rounds.mjs';

const PORTS = 50;
const LINES_PER_SECOND = 100;
const HOSTS = ['bare tty', 'pandafab'];

/** Lines/s of the slowest port, as a share of the rate that its board allows. */
function worstShare({ report }) {
  const rates = report.ports.map(
    ({ measured, firstNs, lastOkNs }) => measured / ((lastOkNs - firstNs) / 1e9 + 1 / LINES_PER_SECOND),
  );
  return Math.min(...rates) / LINES_PER_SECOND;
}

/** All fifty begin at the same time, which is unusual: the first second is not measured. */
function jobOf(host, quick) {
  const lines = LINES_PER_SECOND * (quick ? 3 : 12);
  const grid = ['--period-us', String(1e6 / LINES_PER_SECOND), '--warmup', String(LINES_PER_SECOND)];
  return { host, lines, warmup: LINES_PER_SECOND, window: 1, responder: ['--ports', String(PORTS), ...grid] };
}

/** The targets for our driver; the bare loops in the table show what this computer itself allows. */
function figuresOf(host, of) {
  const asked = (limit) => (host === 'pandafab' ? limit : {});
  // Measured at the board, so it includes both directions of the line.
  const gapMs = (percentile) => of(({ report }) => report.gapUs[percentile] / 1000);
  return [
    { name: `share of a core, ${host}`, value: of((run) => run.coreShare), ...asked({ most: 0.6 }) },
    { name: `ok to next line, median, ms, ${host}`, value: gapMs('p50') },
    { name: `ok to next line, 99th percentile, ms, ${host}`, value: gapMs('p99'), ...asked({ most: 5 }) },
    { name: `slowest port, of its share, ${host}`, value: of(worstShare), ...asked({ least: 0.98 }) },
  ];
}

/** Fifty boards of 100 lines/s each, one in flight, in one process. */
export async function fifty(bench) {
  const jobs = Object.fromEntries(HOSTS.map((host) => [host, jobOf(host, bench.quick)]));
  const { row, runs } = await alternate(bench, jobs, bench.rounds);
  const figures = HOSTS.flatMap((host) =>
    figuresOf(host, (measure) => median(runs[host].map((run) => measure(run)))),
  );
  return { rows: HOSTS.map(row), figures };
}
