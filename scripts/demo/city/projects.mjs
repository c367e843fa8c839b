import { addDays, idAt, instantAt } from './days.mjs';
import { PROJECTS } from './names.mjs';
import { between, pick } from './random.mjs';

const OUTCOMES = [
  'Présenté aux familles, puis exposé à la mairie de quartier.',
  'Le film est en ligne ; la classe continue l’an prochain.',
  'Cinq objets donnés à l’association.',
];
const STAGES = ['Préparer', 'Fabriquer', 'Montrer'];
const STOPPED = 0.08;

/**
 * @typedef {object} Project
 * @property {string} id
 * @property {string} title
 * @property {string} state
 * @property {string} startsOn
 * @property {string} last its last day, planned or real
 * @property {boolean} isOver
 * @property {number} startsAt
 * @property {string} labId
 * @property {string | null} organisationId
 * @property {string | null} groupId
 * @property {string | null} outcome
 * @property {string[]} people
 */

/**
 * Things that several sessions belong to.
 * @param {import('./world.mjs').World} world
 * @returns {Project[]}
 */
export function projectsOf(world) {
  const random = world.random('projects');
  const schools = world.organisations.filter(({ kind }) => kind === 'school');
  const associations = world.organisations.filter(({ kind }) => kind === 'association');
  const count = Math.round((world.size.projects * world.pastDays.length) / 365);
  return Array.from({ length: count }, (_, at) => {
    const startsOn = addDays(world.from, Math.floor(((at + random()) * world.pastDays.length) / count));
    const last = addDays(startsOn, between(random, 30, 200));
    const isOver = last < world.today;
    const state = isOver ? (random() < STOPPED ? 'stopped' : 'done') : 'running';
    const way = random();
    return {
      ...{ id: idAt(instantAt(startsOn, 600), 80, at), title: titleOf(at), state, startsOn, last, isOver },
      ...{ startsAt: instantAt(startsOn, 0), labId: pick(random, world.labs).id },
      organisationId:
        way < 0.6 ? pick(random, schools).id : way < 0.75 ? pick(random, associations).id : null,
      groupId: way >= 0.75 && way < 0.95 ? pick(random, world.groups).id : null,
      outcome: state === 'done' ? pick(random, OUTCOMES) : null,
      people: Array.from({ length: between(random, 1, 4) }, () => pick(random, world.people).id),
    };
  });
}

const titleOf = (at) => {
  const round = Math.floor(at / PROJECTS.length);
  return round === 0 ? PROJECTS[at] : `${PROJECTS[at % PROJECTS.length]}, ${round + 1}`;
};

/** @param {import('./world.mjs').World} world */
export const projectRows = ({ projects, admin, folded, today }) =>
  projects.map(({ people: _, startsAt, last, isOver, ...project }) => ({
    ...{ ...project, foldedTitle: folded(project.title) },
    ...{ summary: 'Un projet mené avec le lab, des premières idées à la présentation.', partners: '[]' },
    stages: JSON.stringify(stagesOf(project.startsOn, last, today)),
    ...{ endedOn: isOver ? last : null, version: 1, createdBy: admin, createdAt: startsAt },
  }));

function stagesOf(startsOn, last, today) {
  const days = (Date.parse(last) - Date.parse(startsOn)) / 86_400_000;
  return STAGES.map((name, at) => {
    const plannedOn = addDays(startsOn, Math.round((days * (at + 1)) / STAGES.length));
    return { name, plannedOn, doneOn: plannedOn < today ? plannedOn : null };
  });
}

/** @param {import('./world.mjs').World} world */
export function projectPeopleRows({ projects }) {
  let number = 0;
  return projects.flatMap(({ id: projectId, people, startsAt }) =>
    [...new Set(people)].map((memberId) => ({
      ...{ id: idAt(startsAt, 81, number++), projectId, memberId, addedAt: startsAt },
    })),
  );
}
