import { alternate, median } from '../lib/rounds.mjs';

const PORTS = 50;
const LINES_PER_SECOND = 100;

/** Lines/s of the slowest port, over what its board would take. */
function worstShare({ report }) {
  const rates = report.ports.map(
    ({ accepted, firstNs, lastOkNs }) => accepted / ((lastOkNs - firstNs) / 1e9 + 1 / LINES_PER_SECOND),
  );
  return Math.min(...rates) / LINES_PER_SECOND;
}

/** Fifty boards of 100 lines/s each, one in flight, in one process. */
export async function fifty(bench) {
  const lines = LINES_PER_SECOND * (bench.quick ? 3 : 20);
  const responder = ['--ports', String(PORTS), '--period-us', String(1e6 / LINES_PER_SECOND)];
  const job = { host: 'pandafab', lines, warmup: LINES_PER_SECOND, window: 1, responder };
  const { row, runs } = await alternate(bench, { 'fifty ports': job }, bench.rounds);
  const of = (measure) => median(runs['fifty ports'].map(measure));
  return {
    rows: [row('fifty ports')],
    figures: [
      { name: 'share of a core', value: of((run) => run.coreShare), most: 0.6 },
      // As the board sees it: the way there and back is in it.
      { name: 'ok to next line, 50th percentile, ms', value: of(({ report }) => report.gapUs.p50 / 1000) },
      {
        name: 'ok to next line, 99th percentile, ms',
        value: of(({ report }) => report.gapUs.p99 / 1000),
        most: 5,
      },
      { name: 'slowest port, of its share', value: of(worstShare), least: 0.98 },
    ],
  };
}
