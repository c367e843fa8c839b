/**
 * How much happens in a year, and how many there are.
 * @typedef {object} Size
 * @property {number} labs
 * @property {number} members
 * @property {number} visits a year: people, who come in fewer entries
 * @property {number} attendances a year, of people with a name
 * @property {number} prints a year
 * @property {number} projects a year
 * @property {number} orders a year
 * @property {number} schools
 * @property {number} spaces
 * @property {number} groups
 */

/** @type {Readonly<Record<'small' | 'city' | 'huge', Size>>} */
export const SIZES = {
  /** For tests. */
  small: {
    ...{ labs: 3, members: 90, visits: 900, attendances: 420, prints: 260, projects: 6, orders: 12 },
    ...{ schools: 5, spaces: 3, groups: 4 },
  },
  /** For the demonstration: what five labs of a city of 160 000 people do. */
  city: {
    ...{ labs: 5, members: 640, visits: 13_000, attendances: 3_000, prints: 1_100, projects: 14, orders: 44 },
    ...{ schools: 11, spaces: 7, groups: 12 },
  },
  /** For the benchmark: 200 000 visits, counted as rows, 20 000 attendances and 50 000 usage records a year. */
  huge: {
    ...{ labs: 8, members: 9_000, visits: 356_000, attendances: 23_000, prints: 54_000, projects: 40 },
    ...{ orders: 400, schools: 40, spaces: 20, groups: 60 },
  },
};
