import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from './new-key';
import { noteGone, type Submitted, submitUpload, type Upload, type Wish } from './queries';

/** A file that was submitted, and what became of it. */
export interface Done {
  readonly fileName: string;
  readonly answer: Submitted;
}

/** Submits files, one after the other: what is refused stays in the list with the reason, the others go on. */
export function useSubmit() {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [done, setDone] = useState<readonly Done[]>([]);
  const keyOf = useKeys();

  const submitOne = async ({ id, fileName }: Upload, wish: Wish, quantity: number): Promise<Done> => {
    const answer = await submitUpload(id, wish, quantity, keyOf(id, wish, quantity));
    await noteGone(queries, id);
    return { fileName, answer };
  };
  const submit = async (
    uploads: readonly Upload[],
    wish: Wish,
    quantity: number,
  ): Promise<readonly Done[]> => {
    setBusy(true);
    const made: Done[] = [];
    const failed = new Map<string, unknown>();
    for (const upload of uploads)
      await submitOne(upload, wish, quantity).then(
        (each) => made.push(each),
        (error: unknown) => failed.set(upload.id, error),
      );
    setErrors(failed);
    setDone((before) => [...made, ...before]);
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['jobs'] });
    return made;
  };
  return { isBusy, errors, done, submit };
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
