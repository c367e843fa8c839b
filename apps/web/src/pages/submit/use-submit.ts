import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from './new-key';
import { noteGone, type Submitted, submitUpload, type Upload, type Wish } from './queries';

/** A file that was submitted, and what became of it. */
export interface Done {
  readonly fileName: string;
  readonly answer: Submitted;
}

/** Why a file was not submitted. */
export interface Failure {
  readonly upload: Upload;
  readonly error: unknown;
}

/** Submits files, one after the other: what is refused stays in the list with the reason, the others go on. */
export function useSubmit() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [done, setDone] = useState<readonly Done[]>([]);
  const keyOf = useKeys();

  const submitOne = async (upload: Upload, wish: Wish, quantity: number): Promise<Done> => {
    const { id, fileName } = upload;
    const key = keyOf(id, wish, quantity);
    const answer = await submitUpload(queries, id, { ...wish, quantity }, key);
    await noteGone(queries, id);
    return { fileName, answer };
  };
  const submit = async (
    uploads: readonly Upload[],
    wishFor: (upload: Upload) => Wish,
    quantity: number,
  ): Promise<readonly Done[]> => {
    setBusy(true);
    const made: Done[] = [];
    const failed: Failure[] = [];
    for (const upload of uploads)
      await submitOne(upload, wishFor(upload), quantity).then(
        (each) => made.push(each),
        (error: unknown) => failed.push({ upload, error }),
      );
    setFailures(failed);
    setDone((before) => [...made, ...before]);
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    return made;
  };
  return { isBusy, failures, done, submit };
}

/** The submission's own name: the same for the same wish, another for another. */
function useKeys() {
  const keys = useRef(new Map<string, string>());
  return (...asked: readonly unknown[]): string => {
    const text = JSON.stringify(asked);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    return key;
  };
}
