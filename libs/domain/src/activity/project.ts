import { soundTable } from '../transition-table';

export const PROJECT_STATES = ['planned', 'running', 'done', 'stopped'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** What people decide about a project. */
export const PROJECT_STEPS = ['begin', 'finish', 'stop', 'resume'] as const;
export type ProjectStep = (typeof PROJECT_STEPS)[number];

const NONE: Readonly<Record<ProjectStep, null>> = { begin: null, finish: null, stop: null, resume: null };

export const projectTable = soundTable<ProjectState, ProjectStep>({
  initial: 'planned',
  ends: ['done'],
  next: {
    planned: { ...NONE, begin: 'running', stop: 'stopped' },
    running: { ...NONE, finish: 'done', stop: 'stopped' },
    stopped: { ...NONE, resume: 'running' },
    done: NONE,
  },
});

/** The state after a step, or undefined when it is refused in `state`. */
export const nextProjectState = (state: ProjectState, step: ProjectStep): ProjectState | undefined =>
  projectTable.next[state][step] ?? undefined;

/** The steps that are possible in a state. */
export const projectSteps = (state: ProjectState): ProjectStep[] =>
  PROJECT_STEPS.filter((step) => nextProjectState(state, step) !== undefined);
