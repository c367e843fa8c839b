import { idAt } from './days.mjs';
import { TOPICS } from './names.mjs';

/**
 * @typedef {object} Topic
 * @property {string} id
 * @property {string} nameFr
 * @property {number} lengthMinutes
 * @property {number} capacity
 * @property {string | null} inductionKind
 * @property {boolean} isNew false: its row is there already
 */

/**
 * The introductions that the labs teach: those that are there, else a dozen.
 * @returns {Topic[]}
 */
export function topicsOf({ topics, openedAt }) {
  if (topics.length > 0) return topics.map((topic) => ({ ...topic, isNew: false }));
  return TOPICS.map(([nameFr, , , lengthMinutes, capacity, inductionKind], at) => ({
    ...{ id: idAt(openedAt, 32, at), nameFr, lengthMinutes, capacity, inductionKind, isNew: true },
  }));
}

/** @param {import('./world.mjs').World} world */
export const topicRows = ({ topics, folded }) =>
  topics
    .filter(({ isNew }) => isNew)
    .map(({ isNew: _, ...topic }, at) => {
      const [, nameEn, level] = TOPICS[at];
      return {
        ...{ ...topic, nameEn, foldedName: folded(`${topic.nameFr} ${nameEn}`), level },
        ...{
          aimsFr: 'Faire seul les premiers gestes.',
          aimsEn: 'Do the first steps alone.',
          audiences: '[]',
        },
        ...{ priceCents: 0, position: at + 1, version: 1 },
      };
    });
