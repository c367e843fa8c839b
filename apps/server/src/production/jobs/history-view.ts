import type { AccountId, Language, Reader } from '@pandafab/shared';
import type { z } from 'zod';
import { toIso } from '../../platform/http/fields';
import { putIntoWords } from '../../platform/http/words';
import type { Doer } from './actors';
import type { stepSchema } from './jobs.dto';
import type { Transition } from './transition.entity';

const NO_ACTOR: Omit<Doer, 'who'> & { readonly who: null } = { who: null, accountId: null, name: null };

/** The accounts in a job's history. */
export const accountsIn = (steps: readonly Transition[]): AccountId[] => [
  ...new Set(
    steps.flatMap(({ actorKind, actorId }) => (actorKind === 'account' ? [actorId as AccountId] : [])),
  ),
];

/** The reason may be about other people: as with the priority itself, only staff read it. */
const isForStaff = (cause: Transition['cause']): boolean => cause?.code === 'JOB.PRIORITY_SET';

/** The history of a job, oldest step first, with the actors as far as the reader may know them. */
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
    cause: reader !== 'staff' && isForStaff(cause) ? null : putIntoWords(cause, language, reader),
    actor: actorKind,
    ...(doers.get(actorId as AccountId) ?? NO_ACTOR),
  }));
