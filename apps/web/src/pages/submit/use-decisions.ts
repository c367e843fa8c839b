import { useState } from 'react';
import type { Upload, Wish } from './queries';

/**
 * For which files the person wants another material than the one that they are made for. A decision is about one material:
 * whoever then asks for a third decides again.
 */
export function useDecisions(wish: Omit<Wish, 'insteadOf'>) {
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const keyOf = ({ id }: Upload) => JSON.stringify([id, wish.material]);
  const wishFor = (upload: Upload): Wish => ({ ...wish, insteadOf: decided.get(keyOf(upload)) ?? '' });
  /** @param insteadOf what the file is made for; empty: not another one after all */
  const decide = (upload: Upload, insteadOf: string) =>
    setDecided((before) => new Map(before).set(keyOf(upload), insteadOf));
  return { wishFor, decide };
}
