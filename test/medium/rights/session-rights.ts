import { anyGuides, everybody, guides, labStaff, people } from './callers';
import type { Right } from './right';
import type { RightsWorld } from './rights-world';
import { lab } from './subjects';

const HOUR = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

const newTopic = () => ({
  ...{ nameFr: `Initiation ${Math.random()}`, nameEn: 'X', level: 'discover', aimsFr: 'X', aimsEn: 'X' },
  ...{ lengthMinutes: 60, capacity: 8 },
});
const topic = ({ chain }: RightsWorld) => chain.post<{ id: string }>('/topics', newTopic());
const newRoom = () => ({ kind: 'room', name: `Salle ${Math.random()}` });
const room = ({ chain, here }: RightsWorld) =>
  chain.post<{ id: string }>(`/labs/${here.labId}/rooms`, newRoom());
const retired =
  (path: string, make: (world: RightsWorld) => Promise<{ id: string }>) => async (world: RightsWorld) => {
    const { id } = await make(world);
    await world.chain.post(`/${path}/${id}/retire`, {}, 200);
    return { id };
  };

/** The last one that was made: a body is made after its parameters. */
let lastSession = '';
/** Of a trainer of its own, so that none is in the way; it begins in half an hour, so that people can be there. */
async function session({ chain, here, server }: RightsWorld): Promise<{ id: string }> {
  const trainer = await server.accountWith({ role: 'trainer', labId: here.labId });
  const from = Date.now() + HOUR / 2;
  const body = {
    ...{ labId: here.labId, kind: 'course', title: 'Cours', trainerId: trainer.accountId },
    ...{ from: iso(from), until: iso(from + HOUR), evenIfClosed: true },
  };
  const { items } = await chain.post<{ items: { id: string }[] }>('/lab-sessions', body);
  lastSession = items[0]?.id ?? '';
  return { id: lastSession };
}
/** A session that a client order pays for. */
async function paidFor(world: RightsWorld): Promise<{ id: string }> {
  const { id } = await session(world);
  const changes = { version: 1, prestationId: await world.newPrestation(), evenIfClosed: true };
  await world.admin.patch(`/api/v1/lab-sessions/${id}`, changes);
  return { id };
}
const held = async (world: RightsWorld) => {
  const { id } = await session(world);
  await world.chain.post(`/lab-sessions/${id}/held`, {}, 200);
  return { id };
};
/** The maker's; what the maker was registered for before is given up. */
async function registration(world: RightsWorld): Promise<{ id: string }> {
  const { client } = world.people.maker;
  const own = await client.get<{ items: { registrationId: string }[] }>('/api/v1/me/lab-sessions');
  for (const { registrationId } of own.body.items) {
    await world.admin.post(`/api/v1/registrations/${registrationId}/attendance`, { attendance: null });
    await client.post(`/api/v1/registrations/${registrationId}/cancel`);
  }
  const { id } = await session(world);
  const { body } = await client.post<{ id: string }>(`/api/v1/lab-sessions/${id}/registrations`, {});
  return { id: body.id };
}
const present = async (world: RightsWorld) => {
  await registration(world);
  return { id: lastSession };
};
const feed = async ({ people: { maker } }: RightsWorld) => {
  const { body } = await maker.client.post<{ id: string; url: string }>('/api/v1/me/session-feeds', {
    kind: 'own',
  });
  return { feedId: body.id, token: body.url.split('/').at(-1) ?? '' };
};
const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));
const hours = { week, exceptions: [], slotMinutes: 60, topics: [], daysAhead: 365, noticeHours: 0 };
const trainerHours = ({ here, people: { trainerHere } }: RightsWorld) => ({
  ...{ id: here.labId, trainerId: trainerHere.accountId },
});
let hoursVersion = 0;
/** The same, with the version that a change must name. */
async function presentHours(world: RightsWorld) {
  const asked = trainerHours(world);
  const { body } = await world.admin.get<{ items: { trainerId: string; version: number }[] }>(
    `/api/v1/labs/${asked.id}/trainer-hours`,
  );
  hoursVersion = body.items.find(({ trainerId }) => trainerId === asked.trainerId)?.version ?? 0;
  return asked;
}
/** Each time a later one: people are not at two appointments at once. */
let slot = 0;

/** The rights on topics, rooms, sessions and the people at them. */
export const SESSION_RIGHTS: Readonly<Record<string, Right>> = {
  'GET /api/v1/topics': { may: people },
  'POST /api/v1/topics': { may: anyGuides, body: newTopic },
  'GET /api/v1/topics/:id': { may: people, params: topic },
  'PUT /api/v1/topics/:id': {
    may: anyGuides,
    params: topic,
    body: () => ({
      ...newTopic(),
      audiences: [],
      inductionKind: null,
      priceCents: 0,
      position: 5,
      version: 1,
    }),
  },
  'POST /api/v1/topics/:id/retire': { may: anyGuides, params: topic },
  'POST /api/v1/topics/:id/restore': { may: anyGuides, params: retired('topics', topic) },
  'GET /api/v1/labs/:id/rooms': { may: people, params: lab },
  'POST /api/v1/labs/:id/rooms': { may: labStaff, params: lab, body: newRoom },
  'PUT /api/v1/rooms/:id': {
    may: labStaff,
    params: room,
    body: () => ({ name: newRoom().name, places: 3, version: 1 }),
  },
  'POST /api/v1/rooms/:id/retire': { may: labStaff, params: room },
  'POST /api/v1/rooms/:id/restore': { may: labStaff, params: retired('rooms', room) },
  'GET /api/v1/lab-sessions': { may: people },
  'POST /api/v1/lab-sessions': {
    may: guides,
    body: ({ here }) => {
      const from = Date.now() + 400 * 24 * HOUR;
      const times = { from: iso(from), until: iso(from + HOUR) };
      return { labId: here.labId, kind: 'workshop', title: 'Atelier', ...times };
    },
  },
  'POST /api/v1/lab-sessions/cancel': {
    may: guides,
    params: session,
    body: () => ({ ids: [lastSession], reason: 'Malade' }),
  },
  'GET /api/v1/lab-sessions/:id': { may: people, params: session },
  'PATCH /api/v1/lab-sessions/:id': {
    may: guides,
    params: session,
    body: () => ({ version: 1, title: `Cours ${Math.random()}` }),
  },
  'POST /api/v1/lab-sessions/:id/cancel': {
    may: guides,
    params: session,
    body: () => ({ reason: 'Malade' }),
  },
  'POST /api/v1/lab-sessions/:id/held': { may: guides, params: session, body: () => ({ headCount: 12 }) },
  'POST /api/v1/lab-sessions/:id/reopen': { may: guides, params: held },
  'POST /api/v1/lab-sessions/:id/prestation-line': {
    may: ['billing', 'administrator'],
    params: paidFor,
    body: () => ({ unitPrice: '80', activity: 'printing' }),
  },
  'GET /api/v1/lab-sessions/:id/registrations': {
    may: guides,
    params: present,
    shows: { text: ({ people: { maker } }) => maker.memberId, to: guides },
  },
  'POST /api/v1/lab-sessions/:id/registrations': { may: people, params: session, body: () => ({}) },
  'POST /api/v1/lab-sessions/:id/arrivals': {
    may: guides,
    params: present,
    body: ({ people: { maker } }) => ({ memberId: maker.memberId }),
  },
  'POST /api/v1/lab-sessions/:id/attendance': {
    may: guides,
    params: present,
    body: () => ({ attendance: 'absent' }),
  },
  'POST /api/v1/registrations/:id/cancel': { may: ['maker', ...guides], params: registration },
  'POST /api/v1/registrations/:id/attendance': {
    may: guides,
    params: registration,
    body: () => ({ attendance: 'absent' }),
  },
  'GET /api/v1/labs/:id/trainers': { may: guides, params: lab },
  'GET /api/v1/labs/:id/trainer-hours': { may: guides, params: lab },
  'PUT /api/v1/labs/:id/trainer-hours/:trainerId': {
    may: guides,
    params: presentHours,
    body: () => ({ ...hours, version: hoursVersion }),
  },
  'GET /api/v1/labs/:id/slots': { may: people, params: lab },
  'POST /api/v1/labs/:id/appointments': {
    may: people,
    params: async (world) => {
      const { id, trainerId } = trainerHours(world);
      await world.chain.put(`/labs/${id}/trainer-hours/${trainerId}`, { ...hours, version: 0 });
      return { id };
    },
    body: ({ people: { trainerHere } }) => {
      const from = (Math.ceil(Date.now() / HOUR) + 48 + slot++) * HOUR;
      return { trainerId: trainerHere.accountId, from: iso(from), minutes: 60 };
    },
  },
  'GET /api/v1/me/lab-sessions': { may: people },
  'GET /api/v1/me/session-feeds': { may: people },
  'POST /api/v1/me/session-feeds': { may: people, body: () => ({ kind: 'own' }) },
  'DELETE /api/v1/me/session-feeds/:feedId': { may: people, params: feed },
  'GET /api/v1/session-calendars/:token': { may: everybody, params: feed },
  'GET /api/v1/public/lab-sessions': { may: everybody },
  'GET /api/v1/labs/:id/calendar.ics': { may: everybody, params: lab },
};
