import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import { afterFailure, nameless, type Tap, TapQueue } from './tap-queue';

const AGAIN_MS = 8_000;

export interface TapReports {
  /** A tap reached the server. */
  readonly onSent: (tap: Tap, answer: unknown) => void;
  /** `isNameless`: the visit counts, without its name. */
  readonly onRefused: (tap: Tap, problem: Problem, isNameless: boolean) => void;
}

/**
 * Sends what people tap, one after the other. What does not reach the server waits in this browser and is sent when the
 * network is back.
 * @param place where the taps belong, such as a lab's id
 */
export function useTaps(place: string, send: (tap: Tap) => Promise<unknown>, reports: TapReports) {
  const queue = useMemo(() => new TapQueue(window.localStorage, `pandafab-taps ${place}`), [place]);
  const [waiting, setWaiting] = useState<readonly Tap[]>(() => queue.all());
  const [trouble, setTrouble] = useState<Problem>();
  const current = useRef({ send, reports });
  current.current = { send, reports };
  const isBusy = useRef(false);

  const flush = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      for (let [tap] = queue.all(); tap; [tap] = queue.all())
        if (!(await sendOne(queue, tap, current.current, setTrouble))) break;
    } finally {
      isBusy.current = false;
      setWaiting(queue.all());
    }
  }, [queue]);

  useEffect(() => {
    setWaiting(queue.all());
    void flush();
    const again = window.setInterval(() => void flush(), AGAIN_MS);
    const now = () => void flush();
    window.addEventListener('online', now);
    return () => {
      window.clearInterval(again);
      window.removeEventListener('online', now);
    };
  }, [queue, flush]);

  const tap = useCallback(
    (one: Tap) => {
      queue.add(one);
      setWaiting(queue.all());
      void flush();
    },
    [queue, flush],
  );
  /** Takes back what is not sent yet. False: it was sent, or is on its way. */
  const takeBack = useCallback(
    (key: string): boolean => {
      if (isBusy.current) return false;
      const was = queue.remove(key);
      setWaiting(queue.all());
      return was;
    },
    [queue],
  );
  return { tap, takeBack, waiting, trouble };
}

/** True when the next one can be sent. */
async function sendOne(
  queue: TapQueue,
  tap: Tap,
  { send, reports }: { send: (tap: Tap) => Promise<unknown>; reports: TapReports },
  setTrouble: (problem: Problem | undefined) => void,
): Promise<boolean> {
  try {
    const answer = await send(tap);
    setTrouble(undefined);
    queue.remove(tap.key);
    reports.onSent(tap, answer);
    return true;
  } catch (error) {
    const step = afterFailure(tap, error);
    setTrouble(step === 'later' ? asProblem(error) : undefined);
    if (step === 'later') return false;
    if (step === 'nameless') queue.replace(nameless(tap));
    else queue.remove(tap.key);
    reports.onRefused(tap, asProblem(error), step === 'nameless');
    return true;
  }
}
