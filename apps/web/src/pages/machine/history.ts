import { useEffect, useRef, useState } from 'react';
import type { Machine } from '../../api/queries';
import { isHeard } from '../wall/state';

/** One look at the heaters; null where nobody knows, which leaves a gap in the lines. */
export interface Sample {
  /** Seconds since 1970. */
  readonly at: number;
  readonly nozzle: Heater;
  readonly bed: Heater;
}
type Heater = { readonly actual: number; readonly target: number } | null;

const EVERY_MS = 2_000;
const KEPT = 1_800;

/** How warm the machine was while this page was open, up to an hour. Nothing older is kept anywhere. */
export function useHeatHistory(machine: Machine, isLive: boolean): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const latest = useRef({ machine, isLive });
  latest.current = { machine, isLive };
  useEffect(() => {
    const look = () => {
      const { machine: now, isLive: isNow } = latest.current;
      const live = isNow && isHeard(now) ? now.live : null;
      const sample = { at: Date.now() / 1000, nozzle: live?.nozzle ?? null, bed: live?.bed ?? null };
      setSamples((before) => [...before.slice(1 - KEPT), sample]);
    };
    look();
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return samples;
}

export type Part = 'nozzle' | 'bed';

export interface Span {
  readonly now: number | undefined;
  readonly target: number | undefined;
  readonly lowest: number;
  readonly highest: number;
}

/** What a chart shows, in numbers that can be read out; undefined where nothing is known. */
export function spanOf(samples: readonly Sample[], part: Part): Span | undefined {
  const known = samples.flatMap((sample) => sample[part] ?? []).map(({ actual }) => actual);
  if (known.length === 0) return undefined;
  const last = samples.at(-1)?.[part] ?? undefined;
  return {
    now: last?.actual,
    target: last?.target || undefined,
    lowest: Math.min(...known),
    highest: Math.max(...known),
  };
}
