export const PROJECT_STATES = ['planned', 'running', 'done', 'stopped'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
