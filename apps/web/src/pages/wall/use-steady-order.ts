import { useEffect, useMemo, useState } from 'react';
import type { Machine } from '../../api/queries';
import { inOrder, isBuried, urgencyOf } from './state';

/** Without a key, a pointer or a scroll for so long, no person is reading closely: the wall hangs on a screen of the lab. */
const UNATTENDED_MS = 60_000;
const LOOK_MS = 5_000;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchstart'] as const;

/**
 * The machines with the most urgent first. The order is made when the wall opens or is seen again, when `sortNow` is
 * called, and while no person is at the screen: never under a finger.
 */
export function useSteadyOrder(machines: readonly Machine[]) {
  const [order, setOrder] = useState(() => urgencyOf(machines));
  const [isUnattended, setUnattended] = useState(false);
  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
      setUnattended(false);
    };
    const look = setInterval(() => setUnattended(Date.now() - touchedAt > UNATTENDED_MS), LOOK_MS);
    for (const sign of SIGNS) document.addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(look);
      for (const sign of SIGNS) document.removeEventListener(sign, touch);
    };
  }, []);
  const ordered = useMemo(() => inOrder(machines, order), [machines, order]);
  const buried = isBuried(ordered);
  useEffect(() => {
    if (isUnattended && buried) setOrder(urgencyOf(machines));
  }, [isUnattended, buried, machines]);
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && setOrder(urgencyOf(machines));
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [machines]);
  return { ordered, isBuried: buried, sortNow: () => setOrder(urgencyOf(machines)) };
}
