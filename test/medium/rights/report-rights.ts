import { accountants, administrators, everybody, ofHere, staff } from './callers';
import type { Right } from './right';
import type { RightsWorld } from './rights-world';

/** Days long before the tests, so that a period of it is over. */
const heading = { title: 'Convention', parties: ['Ville'], startsOn: '2020-01-01', endsOn: '2034-12-31' };
const period = '2025-H2';

/** The last one that was made: a body is made after its parameters. */
let lastConvention = '';
const convention = async ({ chain }: RightsWorld) => {
  const { id } = await chain.post<{ id: string }>('/conventions', heading);
  lastConvention = id;
  return { id };
};
const cost = async (world: RightsWorld) => {
  const { id } = await convention(world);
  const made = await world.chain.post<{ id: string }>(`/conventions/${id}/costs`, newCost());
  return { id, costId: made.id };
};
const newCost = () => ({
  ...{ kind: 'cost', day: '2026-01-02', heading: 'Achats', note: null, cents: 100, labId: null },
});
const costFile = () => {
  const data = new FormData();
  data.set('store', 'true');
  data.set('file', new Blob([`Achats;02/01/2026;1,00;${Math.random()}\n`]), 'couts.csv');
  return data;
};

/** A draft about the lab `here`. */
const report = async (world: RightsWorld) => {
  const { id: conventionId } = await convention(world);
  const body = { conventionId, labId: world.here.labId, period };
  return { id: (await world.chain.post<{ id: string }>('/reports', body)).id };
};
const comment = async (world: RightsWorld) => ({ ...(await report(world)), key: 'intro' });
const presented = async (world: RightsWorld) => {
  const { id } = await report(world);
  await world.chain.post(`/reports/${id}/present`, {}, 200);
  return { id };
};

/** Rights on agreements, figures and reports. */
export const REPORT_RIGHTS: Readonly<Record<string, Right>> = {
  'GET /activity': { may: everybody },
  'GET /reports': { may: everybody },
  'GET /reports/:id': { may: everybody },
  'GET /conventions': { may: everybody },
  'GET /conventions/:id': { may: everybody },
  'GET /api/v1/indicators': { may: staff },
  'GET /api/v1/conventions': { may: staff },
  'POST /api/v1/conventions': { may: accountants, body: () => heading },
  'GET /api/v1/conventions/:id': { may: staff, params: convention },
  'PATCH /api/v1/conventions/:id': {
    ...{ may: accountants, params: convention },
    body: () => ({ ...heading, title: 'Autre', version: 1 }),
  },
  'PUT /api/v1/conventions/:id/objectives': {
    ...{ may: accountants, params: convention, body: () => ({ version: 1, objectives: [] }) },
  },
  'PUT /api/v1/conventions/:id/instalments': {
    ...{ may: accountants, params: convention, body: () => ({ version: 1, instalments: [] }) },
  },
  'DELETE /api/v1/conventions/:id': { may: accountants, params: convention },
  'GET /api/v1/conventions/:id/costs': { may: staff, params: convention },
  'POST /api/v1/conventions/:id/costs': { may: accountants, params: convention, body: newCost },
  'DELETE /api/v1/conventions/:id/costs/:costId': { may: accountants, params: cost },
  'POST /api/v1/conventions/:id/costs/import': { may: accountants, params: convention, body: costFile },
  'GET /api/v1/activity/dashboard': { may: ofHere, query: ({ here }) => `?labId=${here.labId}` },
  'GET /api/v1/activity/open-data': { may: accountants, query: '?from=2026-01-01&to=2026-06-30' },
  'GET /api/v1/reports': { may: staff },
  'POST /api/v1/reports': {
    ...{ may: ofHere, params: convention },
    body: ({ here }) => ({ conventionId: lastConvention, labId: here.labId, period }),
  },
  'GET /api/v1/reports/:id': { may: ofHere, params: report },
  'PUT /api/v1/reports/:id/comments/:key': {
    ...{ may: ofHere, params: comment, body: () => ({ text: 'Un mot', version: 0 }) },
  },
  'POST /api/v1/reports/:id/present': { may: administrators, params: report },
  'GET /api/v1/reports/:id/differences': { may: ofHere, params: presented },
  'GET /api/v1/reports/:id/files/pdf': { may: ofHere, params: report },
  'GET /api/v1/reports/:id/files/ods': { may: ofHere, params: presented },
  'GET /api/v1/reports/:id/files/xlsx': { may: ofHere, params: presented },
  'GET /api/v1/reports/:id/files/csv': { may: ofHere, params: presented },
  'DELETE /api/v1/reports/:id': { may: ofHere, params: report },
};
