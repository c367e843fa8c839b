import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatTime } from '../../parts/format';
import { lookOf } from './heater-looks';
import { readingIn, type Sample } from './history';

const HEIGHT = 240;
/** The smallest range of the scale, so that the small changes of a cold machine do not look large. */
const LEAST_RANGE = 60;
const LEAST_SECONDS = 60;

interface Props {
  readonly samples: readonly Sample[];
  readonly heaters: readonly string[];
}

const COLOURS = {
  light: { text: '#343a40', grid: '#dee2e6' },
  dark: { text: '#ced4da', grid: '#495057' },
} as const;

/** For a single time, uPlot would show a whole day. */
function spanOfTimes(times: ArrayLike<number>): uPlot.Range.MinMax {
  const last = times[times.length - 1] ?? 0;
  return [Math.min(times[0] ?? 0, last - LEAST_SECONDS), last];
}

/** A heater's temperature, and its target as a thin dotted line. */
function linesOf(at: number, scheme: 'light' | 'dark'): uPlot.Series[] {
  const { [scheme]: stroke, dashes } = lookOf(at);
  const line: uPlot.Series = { points: { show: false }, stroke };
  return [
    { ...line, width: 2, dash: [...dashes] },
    { ...line, width: 1, dash: [2, 4] },
  ];
}

function optionsOf(width: number, scheme: 'light' | 'dark', heaters: readonly string[]): uPlot.Options {
  const { text, grid } = COLOURS[scheme];
  const axis: uPlot.Axis = {
    font: '12px Inter, sans-serif',
    stroke: text,
    grid: { stroke: grid, width: 1 },
    ticks: { stroke: grid, width: 1 },
  };
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
    series: [{}, ...heaters.flatMap((_heater, at) => linesOf(at, scheme))],
  };
}

const dataOf = ({ samples, heaters }: Props): uPlot.AlignedData => [
  samples.map(({ at }) => at),
  ...heaters.flatMap((heater) => [
    samples.map((sample) => readingIn(sample, heater)?.actual ?? null),
    samples.map((sample) => readingIn(sample, heater)?.target || null),
  ]),
];

/** Drawn by uPlot, which is loaded with this file only. */
export default function TemperatureChart({ samples, heaters }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(undefined);
  const data = useRef({ samples, heaters });
  data.current = { samples, heaters };
  const names = heaters.join('\n');
  const scheme = useComputedColorScheme('light');
  const { i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language formats times differently; other heaters need other lines
  useEffect(() => {
    const parent = box.current;
    if (!parent) return undefined;
    const drawn = new uPlot(
      optionsOf(parent.clientWidth, scheme, data.current.heaters),
      dataOf(data.current),
      parent,
    );
    plot.current = drawn;
    const watch = new ResizeObserver(() => drawn.setSize({ width: parent.clientWidth, height: HEIGHT }));
    watch.observe(parent);
    return () => {
      watch.disconnect();
      drawn.destroy();
    };
  }, [scheme, i18n.language, names]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect above draws new heaters
  useEffect(() => plot.current?.setData(dataOf(data.current)), [samples]);
  return <div ref={box} className="chart-box" />;
}
