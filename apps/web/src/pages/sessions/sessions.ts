import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';

export type LabSession = Schemas['LabSession'];
export type OwnSession = Schemas['OwnLabSession'];
export type Slot = Schemas['AppointmentSlot'];

/** What a registration, its end, or an appointment makes stale. */
export const TOUCHES: readonly Touched[] = [
  '/api/v1/lab-sessions',
  '/api/v1/me/lab-sessions',
  '/api/v1/labs/{id}/slots',
];
