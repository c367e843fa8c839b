import type { Schemas } from '../../api/client';

export type Installation = Schemas['Installation'];

/** The steps from an empty service to a first print, in the order in which they are easiest. */
export const STEPS = ['lab', 'computer', 'machine', 'spool', 'seller', 'member', 'print'] as const;
export type Step = (typeof STEPS)[number];

/** Nothing of a first print depends on these. */
export const MAY_WAIT: readonly Step[] = ['seller', 'member'];

export const isStep = (text: string): text is Step => STEPS.some((step) => step === text);

export const countDone = (installation: Installation): number =>
  STEPS.filter((step) => installation[step]).length;

/** The first step that is neither done nor put off; undefined when there is none. */
export const nextStep = (installation: Installation, later: readonly Step[]): Step | undefined =>
  STEPS.find((step) => !installation[step] && !later.includes(step));

/** Nothing is left to do, except what may wait and was put off. */
export const isFinished = (installation: Installation, later: readonly Step[]): boolean =>
  nextStep(installation, later) === undefined;
