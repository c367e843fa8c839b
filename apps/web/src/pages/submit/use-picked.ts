import { useState } from 'react';
import type { Upload } from './queries';
import { sendings } from './sendings';

/**
 * Which files are to be submitted: those that were sent from here, unless the person says otherwise. What another day or
 * another device left waiting is not printed by the way.
 */
export function usePicked(uploads: readonly Upload[]) {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isPicked = ({ id, state }: Upload): boolean =>
    state !== 'refused' && (said.get(id) ?? sendings.hasBrought(id));
  const pick = ({ id }: Upload, isWanted: boolean) => setSaid((before) => new Map(before).set(id, isWanted));
  return { picked: uploads.filter(isPicked), isPicked, pick };
}
