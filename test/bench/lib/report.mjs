import { cpus, totalmem } from 'node:os';
import { table } from '../../../scripts/lib/table.mjs';

const rounded = (value) =>
  value === null || Number.isNaN(value)
    ? '–'
    : value >= 1000
      ? String(Math.round(value))
      : String(Number(value.toPrecision(3)));

/**
 * @param {{ value: number | null, least?: number, most?: number }} figure
 * @returns {boolean | null} null without a target, or if it could not be measured
 */
export function isReached({ value, least, most }) {
  if (value === null || (least === undefined && most === undefined)) return null;
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

const wanted = ({ least, most }) =>
  least !== undefined ? `at least ${least}` : most !== undefined ? `at most ${most}` : '';
const verdict = (figure) => ({ true: 'yes', false: 'NO', null: '' })[String(isReached(figure))];

const rowCells = (scenario, { host, window, linesPerSecond, cpuMicrosPerLine, coreShare }) => [
  scenario,
  host,
  String(window),
  rounded(linesPerSecond),
  rounded(cpuMicrosPerLine),
  rounded(coreShare * 100),
];

/** @param {Record<string, { rows: object[], figures: object[] }>} results by scenario @returns {string} */
export function tables(results) {
  const each = (make) => Object.entries(results).flatMap(([scenario, result]) => make(scenario, result));
  const rows = each((scenario, result) => result.rows.map((row) => rowCells(scenario, row)));
  const figures = each((scenario, result) =>
    result.figures.map((figure) => [
      ...[scenario, figure.name, rounded(figure.value), wanted(figure), verdict(figure)],
    ]),
  );
  const rowTable = table(['', 'host', 'in flight', 'lines/s', 'µs CPU a line', '% of a core'], rows);
  return `${rowTable}\n\n${table(['', 'figure', 'measured', 'wanted', 'reached'], figures)}`;
}

/** What it ran on. */
export function machine() {
  const [first] = cpus();
  return {
    processor: first?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
  };
}
