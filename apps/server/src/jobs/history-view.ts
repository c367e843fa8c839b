import type { AccountId, Language, Reader } from '@pandafab/shared';
import type { z } from 'zod';
import { toIso } from '../api/fields';
import { putIntoWords } from '../api/words';
import type { Doer } from './actors';
import type { stepSchema } from './jobs.dto';
import type { Transition } from './transition.entity';

const NOBODY: Omit<Doer, 'who'> & { readonly who: null } = { who: null, accountId: null, name: null };

/** Which accounts did something with a job. */
export const accountsIn = (steps: readonly Transition[]): AccountId[] => [
  ...new Set(
    steps.flatMap(({ actorKind, actorId }) => (actorKind === 'account' ? [actorId as AccountId] : [])),
  ),
];

/** What became of a job, oldest first, and who did it as the reader may know. */
export const viewHistory = (
  steps: readonly Transition[],
  doers: ReadonlyMap<AccountId, Doer>,
  language: Language,
  reader: Reader,
): z.input<typeof stepSchema>[] =>
  steps.map(({ runId, from, to, event, cause, actorKind, actorId, at }) => ({
    at: toIso(at),
    runId,
    from,
    to,
    event,
    cause: putIntoWords(cause, language, reader),
    actor: actorKind,
    ...(doers.get(actorId as AccountId) ?? NOBODY),
  }));
