import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, content } from '../../../api/client';
import { asProblem, type Problem } from '../../../api/problem';
import { askAgain } from '../../../api/touched';
import { type LabSession, SESSION_TOUCHES } from '../session';
import type { Noted } from './attendance';

/** What a scanner read, and what staff decided about it. */
export interface Card {
  readonly code: string;
  /** True: also a person who is not registered. */
  readonly walkIn: boolean;
  /** For a minor: that the guardian agrees. */
  readonly consent: boolean;
}
/** What became of one card. */
export interface Outcome {
  readonly key: number;
  readonly card: Card;
  readonly noted?: Noted;
  readonly problem?: Problem;
}

const SHOWN = 5;

/**
 * Cards are sent one after the other: people hold them in front of a scanner faster than a slow network answers. The
 * last outcomes stay, the newest first; a decision about a refused card takes the place of the refusal.
 */
export function useArrivals({ id }: Pick<LabSession, 'id'>, grantInduction: boolean) {
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [waiting, setWaiting] = useState(0);
  const last = useRef(Promise.resolve());
  const count = useRef(0);
  const send = (card: Card, instead?: number) => {
    const key = ++count.current;
    setWaiting((before) => before + 1);
    last.current = last.current.then(async () => {
      const outcome = await arrive(id, card, grantInduction);
      setWaiting((before) => before - 1);
      setOutcomes((before) => {
        const others = before.filter((each) => each.key !== instead);
        return [{ key, card, ...outcome }, ...others].slice(0, SHOWN);
      });
      await askAgain(queries, ...SESSION_TOUCHES);
    });
  };
  return { outcomes, waiting, send };
}

async function arrive(
  id: string,
  card: Card,
  grantInduction: boolean,
): Promise<Pick<Outcome, 'noted' | 'problem'>> {
  const body = { ...card, grantInduction };
  try {
    const params = { path: { id } };
    return { noted: await content(api.POST('/api/v1/lab-sessions/{id}/arrivals', { params, body })) };
  } catch (error) {
    return { problem: asProblem(error) };
  }
}
