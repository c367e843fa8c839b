import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';

export type SlicerToken = Schemas['Token'];

/** How often the list is asked for while the page waits for a slicer, and for how long. */
const LOOK_MS = 2_000;
const PATIENCE_MS = 15 * 60_000;

const tokensQuery = get('/api/v1/tokens');

/**
 * The person's tokens for slicers, the newest first; undefined until they are known.
 * @param waits whether a slicer is expected at any moment
 */
export function useSlicerTokens(waits: (tokens: readonly SlicerToken[]) => boolean) {
  const since = useRef(Date.now());
  const answer = useQuery({
    ...tokensQuery,
    refetchInterval: ({ state }) =>
      state.data !== undefined &&
      waits(slicersIn(state.data.items)) &&
      Date.now() - since.current < PATIENCE_MS &&
      LOOK_MS,
  });
  return { ...answer, tokens: answer.data && slicersIn(answer.data.items) };
}

const slicersIn = (items: readonly SlicerToken[]): readonly SlicerToken[] =>
  items
    .filter(({ scopes }) => scopes.includes('slicer'))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
