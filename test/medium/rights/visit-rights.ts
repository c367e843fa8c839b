import { newId } from '@pandafab/shared';
import { allStaff, everybody, guides, labStaff, readersOfHere } from './callers';
import type { Right } from './right';
import type { RightsWorld } from './rights-world';
import { lab, member, newMember, organisation } from './subjects';

const newVisit = () => ({ key: newId(), public: 'adult', purpose: 'make' });
async function visit({ chain, here: { labId } }: RightsWorld) {
  const { id } = await chain.post<{ id: string }>(`/labs/${labId}/visits`, newVisit());
  return { id: labId, visitId: id };
}
async function opening({ chain, here: { labId } }: RightsWorld) {
  const { body } = await chain.admin.post<{ id: string }>(`/api/v1/labs/${labId}/openings`, { key: newId() });
  return { id: labId, openingId: body.id };
}
async function kiosk({ chain, here: { labId } }: RightsWorld) {
  const { id } = await chain.post<{ id: string }>(`/labs/${labId}/kiosks`, { name: 'Entrée' });
  return { id: labId, kioskId: id };
}
const card = (world: RightsWorld) => ({ ...member(world), cardId: world.cardId });
async function newCard(world: RightsWorld) {
  const id = await world.newMember();
  return { id, cardId: (await world.chain.post<{ id: string }>(`/members/${id}/cards`, {})).id };
}
async function partner(world: RightsWorld) {
  const id = await world.newOrganisation();
  await world.chain.put(`/organisations/${id}/partner`, { kind: 'school', version: 0 });
  return { id };
}

/** Rights on what happens at the door: visits, openings, tablets, cards; and on the partners who send people. */
export const VISIT_RIGHTS: Readonly<Record<string, Right>> = {
  'GET /desk': { may: everybody },
  'GET /kiosk': { may: everybody },
  'GET /api/v1/labs/:id/visits': { may: readersOfHere, params: lab },
  'GET /api/v1/labs/:id/visits/days': {
    may: readersOfHere,
    params: lab,
    query: '?from=2026-01-01&to=2026-12-31',
  },
  'POST /api/v1/labs/:id/visits': {
    may: guides,
    params: lab,
    body: newVisit,
    unrecorded: 'the visit itself says who counted it',
  },
  'POST /api/v1/labs/:id/visits/card': {
    may: guides,
    params: lab,
    body: (world) => ({ code: world.cardCode }),
    unrecorded: 'only reads',
  },
  'DELETE /api/v1/labs/:id/visits/:visitId': { may: guides, params: visit },
  'GET /api/v1/labs/:id/openings': {
    may: readersOfHere,
    params: lab,
    query: '?from=2026-01-01&to=2026-12-31',
  },
  'POST /api/v1/labs/:id/openings': {
    may: guides,
    params: lab,
    body: () => ({ key: newId() }),
    unrecorded: 'the lab may be open already; activity/visits.ts opens and closes it',
  },
  'POST /api/v1/labs/:id/openings/:openingId/close': {
    may: guides,
    params: opening,
    body: () => ({}),
    unrecorded: 'the lab may be closed already; activity/visits.ts opens and closes it',
  },
  'PATCH /api/v1/labs/:id/openings/:openingId': {
    may: [],
    params: async (world) => ({ ...(await opening(world)), openingId: newId() }),
    body: () => ({
      ...{ openedAt: '2026-01-05T08:00:00Z', closedAt: '2026-01-05T09:00:00Z' },
      ...{ note: 'Oubli', version: 1 },
    }),
  },
  'GET /api/v1/labs/:id/kiosks': { may: labStaff, params: lab },
  'POST /api/v1/labs/:id/kiosks': {
    may: labStaff,
    params: lab,
    body: () => ({ name: 'Entrée' }),
  },
  'DELETE /api/v1/labs/:id/kiosks/:kioskId': { may: labStaff, params: kiosk },
  // A tablet's own token is none of these callers: activity/visits/kiosk.ts has one.
  'GET /api/v1/kiosk': { may: [] },
  'POST /api/v1/kiosk/visits': { may: [], body: newVisit },
  'DELETE /api/v1/kiosk/visits/:id': { may: [], params: () => ({ id: newId() }) },
  'POST /api/v1/kiosk/openings': { may: [], body: () => ({ key: newId() }) },
  'POST /api/v1/kiosk/openings/:id/close': { may: [], params: () => ({ id: newId() }), body: () => ({}) },
  'POST /api/v1/kiosk/card': { may: [], body: (world) => ({ code: world.cardCode }) },
  'GET /api/v1/members/:id/cards': { may: readersOfHere, params: member },
  'POST /api/v1/members/:id/cards': {
    may: guides,
    params: newMember,
    body: () => ({ code: newId() }),
  },
  'GET /api/v1/members/:id/cards/:cardId/picture': { may: readersOfHere, params: card },
  'DELETE /api/v1/members/:id/cards/:cardId': { may: guides, params: newCard },
  'GET /api/v1/partners': { may: allStaff },
  'GET /api/v1/partners/neighbourhoods': { may: allStaff },
  'GET /api/v1/organisations/:id/partner': { may: allStaff, params: organisation },
  'PUT /api/v1/organisations/:id/partner': {
    may: allStaff,
    params: organisation,
    body: () => ({ kind: 'school', version: 0 }),
  },
  'DELETE /api/v1/organisations/:id/partner': { may: allStaff, params: partner },
};
