import type { Answer } from '../../api/get';

/** A time at which a lab was really open. */
export type Opening = Answer<'/api/v1/labs/{id}/openings'>['items'][number];
