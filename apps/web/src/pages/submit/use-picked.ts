import { useState } from 'react';
import type { Upload } from './queries';
import { sendings } from './sendings';

/**
 * The files that are ticked: those sent from this page, unless the person changes it. Files left from another day or
 * another device are not printed by accident.
 */
export function usePicked(uploads: readonly Upload[]) {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isPicked = ({ id, state }: Upload): boolean =>
    state !== 'refused' && (said.get(id) ?? sendings.hasBrought(id));
  const pick = ({ id }: Upload, isWanted: boolean) => setSaid((before) => new Map(before).set(id, isWanted));
  return { picked: uploads.filter(isPicked), isPicked, pick };
}
