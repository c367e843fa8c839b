import type { Wording } from './wording';

/** How a machine is, as the agent of its lab reports it. */
export const MACHINE_STATES = [
  'disconnected',
  'connecting',
  'ready',
  'printing',
  'pausing',
  'paused',
  'cancelling',
  /** The firmware stopped itself or was stopped: only a reset restarts it, and after a stop by PandaFab only `connect`. */
  'halted',
  /** The line was lost, or the machine stopped answering: connect again. */
  'faulted',
] as const;
export type MachineState = (typeof MACHINE_STATES)[number];

/** The states in the middle of a sentence: "The machine is …". */
export const machineStateWords: Readonly<Record<MachineState, Wording>> = {
  disconnected: { en: 'disconnected', fr: 'éteinte ou débranchée' },
  connecting: { en: 'connecting', fr: 'en cours de connexion' },
  ready: { en: 'ready', fr: 'prête' },
  printing: { en: 'printing', fr: 'en cours d’impression' },
  pausing: { en: 'pausing', fr: 'en cours de mise en pause' },
  paused: { en: 'paused', fr: 'en pause' },
  cancelling: { en: 'cancelling a print', fr: 'en cours d’annulation' },
  halted: { en: 'halted', fr: 'arrêtée' },
  faulted: { en: 'not answering', fr: 'injoignable' },
};
