import { conventionTables } from './convention.mjs';
import { edgeTables } from './edges.mjs';
import { papersOf, prestationRows, tariffTables } from './papers.mjs';
import { groupPeopleRows, groupRows, organisationRows, partnerRows } from './partners.mjs';
import { contactRows, memberRows, profileRows, residencyRows, trainerTables } from './people.mjs';
import { closureRows, labRows, machineRows, openingRows, roomRows, weekRows } from './places.mjs';
import * as prints from './prints.mjs';
import { projectPeopleRows, projectRows } from './projects.mjs';
import { seriesRows, sessionRoomRows, sessionRows } from './sessions.mjs';
import { topicRows } from './topics.mjs';
import { visitRows } from './visits.mjs';

/**
 * Rows by table, in an order in which each row refers to rows before it.
 * @typedef {[table: string, rows: Iterable<Record<string, any>>]} Table
 */

/**
 * Places, people and organisations: what orders need.
 * @param {import('./world.mjs').World} world
 * @returns {Table[]}
 */
export const foundationTables = (world) => [
  ['labs', labRows(world)],
  ['lab_weeks', weekRows(world)],
  ['lab_closures', closureRows(world)],
  ['machines', machineRows(world)],
  ['rooms', roomRows(world)],
  .../** @type {Table[]} */ (trainerTables(world)),
  ['members', memberRows(world)],
  ['member_contacts', contactRows(world)],
  ['member_profiles', profileRows(world)],
  ['residency_verifications', residencyRows(world)],
  ['organisations', organisationRows(world)],
  ['partners', partnerRows(world)],
  ['member_groups', groupRows(world)],
  ['member_group_people', groupPeopleRows(world)],
  ['topics', topicRows(world)],
];

/**
 * Two years of activity, without money.
 * @param {import('./world.mjs').World} world
 * @returns {Table[]}
 */
export const activityTables = (world) => [
  ['projects', projectRows(world)],
  ['project_people', projectPeopleRows(world)],
  ['session_series', seriesRows(world)],
  ['sessions', sessionRows(world)],
  ['session_rooms', sessionRoomRows(world)],
  ['inductions', world.attendance.inductions],
  ['registrations', world.attendance.registrations],
  ['lab_openings', openingRows(world)],
  ['visits', visitRows(world)],
  ['files', prints.fileRows(world)],
  ['batches', prints.batchRows(world)],
  ['jobs', prints.jobRows(world)],
  ['runs', prints.runRows(world)],
  ['usage_records', prints.usageRows(world)],
  ...conventionTables(world),
];

/**
 * Orders before the activity that names them.
 * @param {import('./world.mjs').World} world
 * @returns {Table[]}
 */
const orderTables = (world) => {
  const { rows, payments, allotments } = papersOf(world);
  return [
    ...tariffTables(world),
    ['prestations', prestationRows(world)],
    ['documents', rows],
    ['payments', payments],
    ['allotments', allotments],
  ];
};

/**
 * The whole city with its money, for tests and measurements.
 * @param {import('./world.mjs').World} world
 * @param {{ edges?: boolean }} [options] `edges`: with rows that a count can easily get wrong
 * @returns {Table[]}
 */
export const allTables = (world, { edges = false } = {}) => [
  ...foundationTables(world),
  ...orderTables(world),
  ...activityTables(world),
  ['member_accounts', prints.accountRows(world)],
  ['account_charges', prints.chargeRows(world)],
  ...(edges ? edgeTables(world) : []),
];
