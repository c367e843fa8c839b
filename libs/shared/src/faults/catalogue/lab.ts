import { entries } from '../entry';

/** Labs, their agents and the link between agent and server. */
export const labFaults = entries({
  'LAB.AGENT_IDENTITY_IN_USE': {
    status: 409,
    en: [
      'Another agent already holds this lab’s identity.',
      'Stop the other one; if this computer replaces it, start the agent with --take-over.',
    ],
    fr: [
      'Un autre agent porte déjà l’identité de ce lab.',
      'Arrêtez l’autre ; si cet ordinateur le remplace, démarrez l’agent avec --take-over.',
    ],
  },
});
