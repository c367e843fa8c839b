import { HOUR_MS, idAt, MINUTE_MS } from './days.mjs';
import { between, pick } from './random.mjs';

/** So many of a course’s places are taken, and so many more people wait where it is full. */
const PLACES_TAKEN = 0.8;
const CANCELLED = 0.09;
const PRESENT = 0.86;
/** Of those who came, so many whose attendance was not noted. */
const NOT_NOTED = 0.02;
/** So many had another category then than they have now. */
const OTHER_CATEGORY = 0.04;
const TRIES = 6;
const HOME = 0.8;

/** People by the lab that they usually come to. */
function peopleOfLabs({ people }) {
  const found = new Map();
  for (const person of people) {
    const near = found.get(person.homeLabId) ?? [];
    near.push(person);
    found.set(person.homeLabId, near);
  }
  return found;
}

function wantedAt(random, { kind, audience, capacity }) {
  if (kind === 'appointment') return 1;
  if (kind === 'class') return audience === 'group' ? between(random, 0, 4) : 0;
  if (kind === 'open-lab') return between(random, 0, 4);
  return Math.round((capacity ?? 8) * PLACES_TAKEN * (0.5 + random() * 0.9));
}

/**
 * Who registered, who waits, who cancelled and who came; and the inductions that they were given. A person is at one
 * session a day at most.
 * @param {import('./world.mjs').World} world
 */
export function attendanceOf(world) {
  const random = world.random('registrations');
  const near = peopleOfLabs(world);
  const guards = new Map(world.people.map(({ id, guardianId }) => [id, guardianId]));
  const taken = new Set();
  const skilled = new Set();
  const registrations = [];
  const inductions = [];
  let day = '';
  for (const session of world.sessions) {
    if (session.day !== day) taken.clear();
    day = session.day;
    const wanted = wantedAt(random, session);
    let registered = 0;
    for (let at = 0; at < wanted; at++) {
      const registeredAt = registeredAtOf(random, session);
      const pool = random() < HOME ? (near.get(session.labId) ?? world.people) : world.people;
      const person = free(random, pool, taken, registeredAt);
      if (!person) continue;
      const isFull = session.capacity !== null && registered >= session.capacity;
      const state = random() < CANCELLED ? 'cancelled' : isFull ? 'waiting' : 'registered';
      if (state === 'registered') registered++;
      if (state !== 'cancelled') taken.add(person.id);
      const row = registration(world, random, {
        session,
        person,
        state,
        registeredAt,
        number: registrations.length,
      });
      const induction = inductionOf(row, session, person, skilled, inductions.length);
      if (induction) inductions.push(induction);
      const consentBy = guards.get(person.id) ?? null;
      registrations.push({
        ...{ ...row, consentBy, consentAt: consentBy === null ? null : registeredAt },
        inductionId: induction?.id ?? null,
      });
    }
  }
  return { registrations, inductions };
}

const registeredAtOf = (random, { createdAt, fromAt }) =>
  Math.round(createdAt + random() * Math.max(0, fromAt - createdAt - HOUR_MS));

function free(random, people, taken, before) {
  for (let at = 0; at < TRIES; at++) {
    const person = pick(random, people);
    if (person.createdAt <= before && !taken.has(person.id)) return person;
  }
  return undefined;
}

function registration(world, random, { session, person, state, registeredAt, number }) {
  const isCancelled = state === 'cancelled';
  const cancelledAt = Math.round(registeredAt + random() * (session.fromAt - registeredAt));
  const isNoted = state === 'registered' && session.state === 'held' && random() >= NOT_NOTED;
  const attendance = isNoted ? (random() < PRESENT ? 'present' : 'absent') : null;
  const category = random() < OTHER_CATEGORY ? 'non-resident' : person.category;
  return {
    ...{ id: idAt(registeredAt, 51, number), sessionId: session.id, memberId: person.id, state },
    ...{ registeredBy: session.trainerId, registeredAt },
    ...{ cancelledBy: isCancelled ? world.admin : null, cancelledAt: isCancelled ? cancelledAt : null },
    cancelledLate: isCancelled && cancelledAt > session.fromAt - 24 * HOUR_MS,
    ...{ attendance, markedBy: isNoted ? session.trainerId : null },
    markedAt: isNoted ? session.fromAt + 20 * MINUTE_MS : null,
    category: attendance === 'present' ? category : null,
  };
}

function inductionOf({ attendance, markedAt }, session, person, skilled, number) {
  const kind = session.topic?.inductionKind;
  if (!kind || attendance !== 'present' || skilled.has(person.id)) return undefined;
  skilled.add(person.id);
  return {
    ...{ id: idAt(markedAt, 52, number), memberId: person.id, kind, labId: session.labId },
    ...{ grantedBy: session.trainerId, grantedAt: markedAt },
  };
}
