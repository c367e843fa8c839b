import { useEffect, useRef, useState } from 'react';
import type { Machine } from '../../api/queries';
import type { HeaterReading } from '../../parts/heater-name';
import { isHeard } from '../wall/state';

/** The readings at one time; a heater without a reading leaves a gap in its line. */
export interface Sample {
  /** Seconds since 1970. */
  readonly at: number;
  readonly readings: readonly HeaterReading[];
}

const EVERY_MS = 2_000;
const KEPT = 1_800;

/** The temperatures while this page is open, up to one hour. Nothing older is kept anywhere. */
export function useHeatHistory(machine: Machine, isLive: boolean): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const latest = useRef({ machine, isLive });
  latest.current = { machine, isLive };
  useEffect(() => {
    const look = () => {
      const { machine: now, isLive: isNow } = latest.current;
      const live = isNow && isHeard(now) ? now.live : null;
      const sample = { at: Date.now() / 1000, readings: live?.readings ?? [] };
      setSamples((before) => [...before.slice(1 - KEPT), sample]);
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return samples;
}

export const readingIn = ({ readings }: Sample, heater: string): HeaterReading | undefined =>
  readings.find(({ name }) => name === heater);

/** The heaters that were reported at any time, in the order of the machine. */
export const heatersIn = (samples: readonly Sample[]): readonly string[] => [
  ...new Set(samples.flatMap(({ readings }) => readings.map(({ name }) => name))),
];

export interface Span {
  readonly now: number | undefined;
  readonly target: number | undefined;
  readonly lowest: number;
  readonly highest: number;
}

/** The line of one heater in numbers, for screen readers; undefined when no temperature is known. */
export function spanOf(samples: readonly Sample[], heater: string): Span | undefined {
  const known = samples.flatMap((sample) => readingIn(sample, heater)?.actual ?? []);
  const lastSample = samples.at(-1);
  if (known.length === 0 || !lastSample) return undefined;
  const last = readingIn(lastSample, heater);
  return {
    now: last?.actual,
    target: last?.target || undefined,
    lowest: Math.min(...known),
    highest: Math.max(...known),
  };
}
