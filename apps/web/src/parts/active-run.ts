import type { Schemas } from '../api/client';
import type { Job, Run } from '../api/queries';

/** A run in one of these states holds its machine. */
const ACTIVE: readonly Schemas['RunState'][] = ['assigned', 'accepted', 'printing', 'paused'];

export const isActive = ({ state }: Run): boolean => ACTIVE.includes(state);

/** The run of a job that holds a machine now. */
export const activeRun = ({ runs }: Job): Run | undefined => runs.find(isActive);
