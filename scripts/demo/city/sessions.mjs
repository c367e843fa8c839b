import { crowdOf, hoursOf, isSchoolBreak } from './calendar.mjs';
import { addDays, idAt, instantAt, MINUTE_MS, weekdayOf } from './days.mjs';
import { around, between, pick, weighted } from './random.mjs';

/**
 * @typedef {{ id: string, labId: string, rule: Record<string, any>, topic: import('./topics.mjs').Topic,
 *   createdAt: number }} Series
 * @typedef {{ kind: string, audience: string, capacity: number | null, createdAt: number, fromAt: number, day: string,
 *   state: string, [column: string]: any }} Session with the topic itself, and the room
 */

/** Named people who are present at a session of each kind, on average: `attendances` of a size counts them. */
const PRESENT_ON_AVERAGE = 2.4;
const KINDS = { appointment: 38, course: 26, workshop: 16, class: 12, 'open-lab': 8 };
/** @type {Record<string, Record<string, number>>} */
const AUDIENCES = {
  appointment: { members: 1 },
  course: { everyone: 5, members: 3, spaces: 2 },
  workshop: { everyone: 5, members: 3, client: 1, group: 1 },
  class: { school: 5, group: 1 },
  'open-lab': { everyone: 1 },
};
const SLOT_MINUTES = 90;
const BREAK_MINUTES = 10;
/** Of those whose day is over: most took place, some were cancelled, and some were forgotten. */
const STATES = { held: 92, cancelled: 6, planned: 2 };
const SERIES_AT = 14 * 60;
const SERIES_MINUTES = 120;
/** So many weekly courses each lab has, each from Tuesday on a day later. */
const SERIES = 2;

/**
 * Weekly courses of a lab from autumn to spring, with the school breaks left out.
 * @param {import('./world.mjs').World} world
 * @returns {Series[]}
 */
export function seriesOf(world) {
  let number = 0;
  const years = [...new Set(world.sessionDays.map((day) => Number(day.slice(0, 4))))];
  return world.labs.flatMap((lab) =>
    years.flatMap((year) =>
      Array.from({ length: SERIES }, (_, n) => {
        const [firstDay, lastDay] = [`${year}-09-15`, `${year + 1}-04-30`];
        const rule = {
          ...{
            weekdays: [2 + n],
            everyWeeks: 1,
            begins: '14:00',
            minutes: SERIES_MINUTES,
            firstDay,
            lastDay,
          },
          except: breaksOn(2 + n, firstDay, lastDay),
        };
        const topic = world.topics[(number * 3 + 4) % world.topics.length];
        const id = idAt(instantAt(`${year}-06-20`, 600), 48, number++);
        return { id, labId: lab.id, rule, topic, createdAt: instantAt(`${year}-06-20`, 600) };
      }),
    ),
  );
}

function breaksOn(weekday, firstDay, lastDay) {
  const days = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1))
    if (weekdayOf(day) === weekday && isSchoolBreak(day)) days.push(day);
  return days;
}

export const seriesRows = ({ series, admin }) =>
  series.map(({ id, labId, rule, createdAt }) => ({
    ...{ id, labId, rule: JSON.stringify(rule), createdBy: admin, createdAt },
  }));

/**
 * Every session, in the order of days; those after today are planned.
 * @param {import('./world.mjs').World} world
 * @returns {Session[]}
 */
export function sessionsOf(world) {
  const random = world.random('sessions');
  const mean = meanOfDay(world);
  const sessions = [];
  for (const day of world.sessionDays)
    for (const lab of world.labs) {
      const hours = hoursOf(lab, day);
      if (hours.length === 0) continue;
      const wanted = around(random, mean * lab.weight * crowdOf(day));
      sessions.push(...sessionsOfDay(world, { random, lab, day, hours, wanted, number: sessions.length }));
    }
  return sessions;
}

function meanOfDay({ size, labs, sessionDays }) {
  let weight = 0;
  for (const day of sessionDays)
    for (const lab of labs) if (hoursOf(lab, day).length > 0) weight += lab.weight * crowdOf(day);
  const years = sessionDays.length / 365;
  return (size.attendances * years) / PRESENT_ON_AVERAGE / weight;
}

/** One after another for each trainer: none of them is at two places at once. */
function sessionsOfDay(world, { random, lab, day, hours, wanted, number }) {
  const course = world.series.find(
    ({ labId, rule }) =>
      labId === lab.id &&
      rule.weekdays[0] === weekdayOf(day) &&
      day >= rule.firstDay &&
      day <= rule.lastDay &&
      !rule.except.includes(day),
  );
  const made = [];
  const [first, second] = [world.trainerOf(lab, 0), world.trainerOf(lab, 1)];
  if (course)
    made.push(
      sessionAt(world, { random, lab, day, from: SERIES_AT, trainerId: second, series: course, number }),
    );
  const slots = hours.flatMap(([opens, closes]) => {
    const found = [];
    for (let from = opens; from + SLOT_MINUTES <= closes; from += SLOT_MINUTES + BREAK_MINUTES)
      found.push(from);
    return found;
  });
  const free = [];
  for (const from of slots)
    for (const trainerId of first === second ? [first] : [first, second])
      if (
        !course ||
        trainerId !== second ||
        from + SLOT_MINUTES <= SERIES_AT ||
        from >= SERIES_AT + SERIES_MINUTES
      )
        free.push({ from, trainerId });
  while (made.length < wanted && free.length > 0) {
    const [slot] = free.splice(Math.floor(random() * free.length), 1);
    made.push(sessionAt(world, { random, lab, day, ...slot, series: null, number: number + made.length }));
  }
  return made;
}

function kindOf(random, day, from) {
  const isClassTime = !isSchoolBreak(day) && from < 16 * 60;
  const kind = weighted(random, KINDS);
  return kind === 'class' && !isClassTime ? 'appointment' : kind;
}

/** @returns {Session} */
function sessionAt(world, { random, lab, day, from, trainerId, series, number }) {
  const kind = series ? 'course' : kindOf(random, day, from);
  const audience = series ? 'everyone' : weighted(random, AUDIENCES[kind]);
  const topic = series?.topic ?? (kind === 'open-lab' ? null : pick(random, world.topics));
  const fromAt = instantAt(day, from, lab.zone);
  const isOver = day < world.today;
  const state = isOver ? weighted(random, STATES) : 'planned';
  const createdAt = series ? series.createdAt : fromAt - between(random, 3, 30) * 24 * 60 * MINUTE_MS;
  return {
    ...{ id: idAt(createdAt, 49, number), seriesId: series?.id ?? null, kind, state, labId: lab.id, topic },
    ...{ title: topic?.nameFr ?? 'Atelier libre', trainerId, fromAt, day, audience, createdAt },
    untilAt: fromAt + (series ? SERIES_MINUTES : SLOT_MINUTES) * MINUTE_MS,
    capacity: kind === 'appointment' ? 1 : kind === 'open-lab' || kind === 'class' ? null : topic.capacity,
    ...belongsTo(world, random, audience, fromAt),
    headCount: state === 'held' ? headsOf(random, kind) : null,
    cancelledReason:
      state === 'cancelled' ? pick(random, ['Formatrice absente', 'Trop peu d’inscrits']) : null,
    heldAt: state === 'held' ? fromAt + 100 * MINUTE_MS : null,
    room: kind === 'appointment' ? null : lab.rooms[from % 2],
  };
}

/** A school, another digital space, a group or a client. */
function belongsTo({ organisations, groups, projects, orders }, random, audience, at) {
  const none = { organisationId: null, groupId: null, projectId: null, prestationId: null };
  const ofKind = (kind) =>
    pick(
      random,
      organisations.filter((each) => each.kind === kind),
    ).id;
  if (audience === 'school') {
    const organisationId = ofKind('school');
    const project = projects.find((each) => each.organisationId === organisationId && each.startsAt <= at);
    return { ...none, organisationId, projectId: project && random() < 0.4 ? project.id : null };
  }
  if (audience === 'spaces')
    return { ...none, organisationId: random() < 0.9 ? ofKind('digital-space') : null };
  if (audience === 'group') return { ...none, groupId: pick(random, groups).id };
  if (audience === 'client') {
    const before = orders.filter(({ createdAt }) => createdAt <= at);
    const order = before.length > 0 ? pick(random, before) : undefined;
    return { ...none, prestationId: order?.id ?? null, organisationId: order?.organisationId ?? null };
  }
  return none;
}

function headsOf(random, kind) {
  if (kind === 'class') return between(random, 12, 28);
  if (kind === 'open-lab') return between(random, 0, 9);
  return null;
}

/** @param {import('./world.mjs').World} world */
export const sessionRows = ({ sessions, admin, orderIdOf }) =>
  sessions.map(({ topic, room: _, prestationId, ...session }) => ({
    ...session,
    ...{ topicId: topic?.id ?? null, isPublic: session.audience === 'everyone' },
    prestationId: prestationId === null ? null : orderIdOf(prestationId),
    ...{ inductionKind: topic?.inductionKind ?? null, priceCents: 0, cancelHours: 24, version: 1 },
    createdBy: admin,
  }));

/** @param {import('./world.mjs').World} world */
export const sessionRoomRows = ({ sessions }) =>
  sessions
    .filter(({ room, state }) => room !== null && state !== 'cancelled')
    .map(({ id, room, createdAt }, at) => ({ id: idAt(createdAt, 50, at), sessionId: id, roomId: room }));
