import { useState } from 'react';
import type { SubmissionRequest, Upload } from './queries';

/**
 * The files that the person has decided to print in a material other than the file's own. A decision is for one
 * material: for another one, the person must decide again.
 */
export function useDecisions(request: Omit<SubmissionRequest, 'insteadOf'>) {
  const [decided, setDecided] = useState<ReadonlyMap<string, string>>(new Map());
  const keyOf = ({ id }: Upload) => JSON.stringify([id, request.material]);
  const requestFor = (upload: Upload): SubmissionRequest => ({
    ...request,
    insteadOf: decided.get(keyOf(upload)) ?? '',
  });
  /** @param insteadOf the material that the file is made for; empty: the decision is withdrawn */
  const decide = (upload: Upload, insteadOf: string) =>
    setDecided((before) => new Map(before).set(keyOf(upload), insteadOf));
  return { requestFor, decide };
}
