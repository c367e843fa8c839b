import { say } from '../lib/language.mjs';

const STATES = {
  analysing: say('in analysis', 'en analyse'),
  refused: say('refused', 'refusé'),
  queued: say('queued', 'en file'),
  assigned: say('assigned', 'attribué'),
  accepted: say('at the lab', 'au lab'),
  heating: say('heating', 'chauffe'),
  printing: say('printing', 'impression'),
  paused: say('paused', 'en pause'),
  running: say('running', 'en cours'),
  done: say('done', 'terminé'),
  failed: say('failed', 'échec'),
  interrupted: say('interrupted', 'interrompu'),
  stopped: say('stopped', 'arrêté'),
  cancelled: say('cancelled', 'annulé'),
};

const ROLES = {
  administrator: say('administrator', 'administration'),
  maker: say('maker', 'usager'),
  trainer: say('trainer', 'formation'),
  manager: say('lab manager', 'responsable de lab'),
  billing: say('billing', 'facturation'),
};

/** @param {string} state of a job or of a run */
export const stateWord = (state) => STATES[state] ?? state;

/** @param {string} role of an account */
export const roleWord = (role) => ROLES[role] ?? role;
