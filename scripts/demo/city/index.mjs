export { activityTables, allTables, foundationTables } from './tables.mjs';
export { planWorld } from './world.mjs';
export { writeTables } from './write.mjs';
