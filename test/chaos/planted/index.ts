import { agentPlants } from './agent-plants';
import { serverPlants } from './server-plants';

export const plants = [...agentPlants, ...serverPlants];
