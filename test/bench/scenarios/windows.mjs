import { alternate } from '../lib/rounds.mjs';

const NODE_HOSTS = ['bare serialport', 'bare tty', 'bare tty, gathered', 'pandafab'];
const LINES = { full: { 1: 60_000, 4: 150_000, 8: 250_000 }, quick: { 1: 8_000, 4: 16_000, 8: 24_000 } };
const PRINTCORE_LINES = { full: 5_000, quick: 1_500 };
/** With a tenth of the lines, the compiler would still work in the measured part of a quick run. */
const warmupOf = (lines) => Math.floor(lines / 4);

function jobOf(host, window, quick) {
  const size = quick ? 'quick' : 'full';
  const lines = host === 'printcore' ? PRINTCORE_LINES[size] : LINES[size][window];
  return { host, lines, warmup: warmupOf(lines), window, responder: [] };
}

/** A responder that answers immediately; several lines in flight. printcore supports one only. */
function compareHosts(window, figuresOf) {
  return async (bench) => {
    const hosts = [...NODE_HOSTS, ...(bench.python && window !== 4 ? ['printcore'] : [])];
    const jobs = hosts.map((host) => [host, jobOf(host, host === 'printcore' ? 1 : window, bench.quick)]);
    const measured = await alternate(bench, Object.fromEntries(jobs), bench.rounds);
    const ratio = (key, to) => (hosts.includes(to) ? measured.ratio(key, 'pandafab', to) : null);
    return { rows: hosts.map(measured.row), figures: figuresOf(ratio) };
  };
}

const cpu = (ratio) => ({
  name: 'CPU per line, of a bare tty loop’s',
  value: ratio('cpuMicrosPerLine', 'bare tty'),
  most: 1.8,
});
const faster = (ratio, than, least) => ({
  name: `lines/s, of ${than}’s`,
  value: ratio('linesPerSecond', than),
  least,
});

export const oneInFlight = compareHosts(1, (ratio) => [
  faster(ratio, 'printcore', 12),
  faster(ratio, 'bare serialport', 2.5),
  cpu(ratio),
]);
export const fourInFlight = compareHosts(4, (ratio) => [cpu(ratio)]);
export const eightInFlight = compareHosts(8, (ratio) => [faster(ratio, 'printcore', 50), cpu(ratio)]);
