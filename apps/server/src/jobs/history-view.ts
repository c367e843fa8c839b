import type { AccountId, Language } from '@pandafab/shared';
import type { z } from 'zod';
import { toIso } from '../api/fields';
import { putIntoWords } from '../api/words';
import type { stepSchema } from './jobs.dto';
import type { Transition } from './transition.entity';

/** What became of a job, oldest first. @param showPeople whether accounts are named: makers see that it was a person */
export const viewHistory = (
  steps: readonly Transition[],
  language: Language,
  showPeople: boolean,
): z.input<typeof stepSchema>[] =>
  steps.map(({ runId, from, to, event, cause, actorKind, actorId, at }) => ({
    at: toIso(at),
    runId,
    from,
    to,
    event,
    cause: putIntoWords(cause, language),
    actor: actorKind,
    accountId: showPeople && actorKind === 'account' ? (actorId as AccountId) : null,
  }));
