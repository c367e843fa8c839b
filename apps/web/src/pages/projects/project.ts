import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import type { Tone } from '../../parts/state-badge';

export type Project = Schemas['ProjectDetail'];
export type ProjectState = Schemas['ProjectState'];

export const projectQuery = (id: string) => get('/api/v1/projects/{id}', { path: { id } });
export const TOUCHED = ['/api/v1/projects'] as const;
export const TONES: Readonly<Record<ProjectState, Tone>> = {
  ...{ planned: 'neutral', running: 'neutral', done: 'good', stopped: 'bad' },
};
