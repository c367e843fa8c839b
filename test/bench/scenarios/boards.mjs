import { alternate, median } from '../lib/rounds.mjs';

const BITS_PER_BYTE = 10;
const WIRES = [115_200, 250_000];
const WINDOW = 4;

/** A board that needs 2 ms for each answer and holds four lines: only several lines in flight hide the delay. */
export async function latency(bench) {
  const job = (window) => {
    const lines = (bench.quick ? 400 : 2_000) * window;
    const responder = ['--latency-us', '2000', '--buffers', '4'];
    return { host: 'pandafab', lines, warmup: lines / 4, window, responder };
  };
  const measured = await alternate(bench, { one: job(1), four: job(WINDOW) }, bench.rounds);
  const value = measured.ratio('linesPerSecond', 'four', 'one');
  return {
    rows: ['one', 'four'].map(measured.row),
    figures: [{ name: 'lines/s with four in flight, of one’s', value, least: 3.5 }],
  };
}

/** The share of the wire's capacity that the lines used, from the first line's arrival to the last ok. */
function usedShare({ report }, baud) {
  const [{ bytes, firstNs, lastOkNs }] = report.ports;
  return (bytes * BITS_PER_BYTE) / baud / ((lastOkNs - firstNs) / 1e9);
}

/**
 * Slow wires: the driver must use their whole capacity. The bare loop in the table shows how much of it this computer
 * can use when it is busy.
 */
export async function wire(bench) {
  const job = (host, baud) => {
    const lines = Math.round(baud / (bench.quick ? 400 : 90));
    return { host, lines, warmup: 100, window: WINDOW, responder: ['--baud', String(baud)] };
  };
  const pairs = WIRES.flatMap((baud) => ['bare tty', 'pandafab'].map((host) => ({ host, baud })));
  const nameOf = ({ host, baud }) => `${host}, ${baud} baud`;
  const jobs = Object.fromEntries(pairs.map((pair) => [nameOf(pair), job(pair.host, pair.baud)]));
  const measured = await alternate(bench, jobs, bench.rounds);
  const figure = (pair) => ({
    name: `share of a ${pair.baud} baud wire, ${pair.host}`,
    value: median(measured.runs[nameOf(pair)].map((run) => usedShare(run, pair.baud))),
    least: pair.host === 'pandafab' ? 0.98 : undefined,
  });
  return { rows: Object.keys(jobs).map(measured.row), figures: pairs.map(figure) };
}
