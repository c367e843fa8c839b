import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatTime } from '../../parts/format';
import type { Sample } from './history';

const HEIGHT = 240;
/** The scale begins with what a machine does at the least: a cold one must not look as if it trembled. */
const LEAST_RANGE = 60;
const LEAST_SECONDS = 60;

const COLOURS = {
  light: { nozzle: '#b02525', bed: '#1864ab', text: '#343a40', grid: '#dee2e6' },
  dark: { nozzle: '#ff8787', bed: '#74c0fc', text: '#ced4da', grid: '#495057' },
} as const;

/** uPlot gives a lone time a whole day. */
function spanOfTimes(times: ArrayLike<number>): uPlot.Range.MinMax {
  const last = times[times.length - 1] ?? 0;
  return [Math.min(times[0] ?? 0, last - LEAST_SECONDS), last];
}

/** Lines told apart by their dashes as well: solid, long; the targets are thin and dotted. */
function optionsOf(width: number, scheme: 'light' | 'dark'): uPlot.Options {
  const { nozzle, bed, text, grid } = COLOURS[scheme];
  const axis: uPlot.Axis = {
    stroke: text,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
  };
  const line: uPlot.Series = { points: { show: false } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { range: ({ data: [times] }) => spanOfTimes(times) },
      y: { range: (_plot, _low, high) => [0, Math.max(LEAST_RANGE, (high ?? 0) * 1.1)] },
    },
    axes: [
      { ...axis, space: 90, values: (_plot, splits) => splits.map((at) => formatTime(at * 1000)) },
      { ...axis, size: 60, values: (_plot, splits) => splits.map((value) => `${value}\u00a0°C`) },
    ],
    series: [
      {},
      { ...line, stroke: nozzle, width: 2 },
      { ...line, stroke: nozzle, width: 1, dash: [2, 4] },
      { ...line, stroke: bed, width: 2, dash: [9, 4] },
      { ...line, stroke: bed, width: 1, dash: [2, 4, 8, 4] },
    ],
  };
}

const dataOf = (samples: readonly Sample[]): uPlot.AlignedData => [
  samples.map(({ at }) => at),
  samples.map(({ nozzle }) => nozzle?.actual ?? null),
  samples.map(({ nozzle }) => nozzle?.target || null),
  samples.map(({ bed }) => bed?.actual ?? null),
  samples.map(({ bed }) => bed?.target || null),
];

/** Drawn by uPlot, which is loaded with this file only. */
export default function TemperatureChart({ samples }: { samples: readonly Sample[] }) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const data = useRef(samples);
  data.current = samples;
  const scheme = useComputedColorScheme('light');
  const { i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language writes its times otherwise
  useEffect(() => {
    const parent = box.current;
    if (!parent) return undefined;
    const drawn = new uPlot(optionsOf(parent.clientWidth, scheme), dataOf(data.current), parent);
    plot.current = drawn;
    const watch = new ResizeObserver(() => drawn.setSize({ width: parent.clientWidth, height: HEIGHT }));
    watch.observe(parent);
    return () => {
      watch.disconnect();
      drawn.destroy();
    };
  }, [scheme, i18n.language]);
  useEffect(() => plot.current?.setData(dataOf(samples)), [samples]);
  return <div ref={box} className="chart-box" />;
}
