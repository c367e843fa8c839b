import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { askAgain } from '../../api/touched';
import { newKey } from './new-key';
import { noteGone, type SubmissionRequest, type Submitted, submitUpload, type Upload } from './queries';

/** A submitted file, and its jobs. */
export interface Done {
  readonly fileName: string;
  readonly answer: Submitted;
}

/** Why a file was not submitted. */
export interface Failure {
  readonly upload: Upload;
  readonly error: unknown;
}

/** Submits files, one after the other: a refused file stays in the list with the reason, the others continue. */
export function useSubmit() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [done, setDone] = useState<readonly Done[]>([]);
  const keyOf = useKeys();

  const submitOne = async (upload: Upload, request: SubmissionRequest): Promise<Done> => {
    const { id, fileName } = upload;
    const key = keyOf(id, request);
    const answer = await submitUpload(queries, id, request, key);
    await noteGone(queries, id);
    return { fileName, answer };
  };
  const submit = async (
    uploads: readonly Upload[],
    requestFor: (upload: Upload) => SubmissionRequest,
  ): Promise<readonly Done[]> => {
    setBusy(true);
    const made: Done[] = [];
    const failed: Failure[] = [];
    for (const upload of uploads)
      await submitOne(upload, requestFor(upload)).then(
        (each) => made.push(each),
        (error: unknown) => failed.push({ upload, error }),
      );
    setFailures(failed);
    setDone((before) => [...made, ...before]);
    setBusy(false);
    await askAgain(queries, '/api/v1/jobs');
    return made;
  };
  return { isBusy, failures, done, submit };
}

/** The key of the submission: the same for the same request, different for a different one. */
function useKeys() {
  const keys = useRef(new Map<string, string>());
  return (...asked: readonly unknown[]): string => {
    const text = JSON.stringify(asked);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    return key;
  };
}
