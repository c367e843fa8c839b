import { addDays, weekdayOf } from './days.mjs';

/** Easter Sunday (the anonymous Gregorian computation). */
function easterOf(year) {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moon = Math.floor((century - 17) / 25);
  let epact = (century - Math.floor(century / 4) - Math.floor((century - moon) / 3) + 19 * golden + 15) % 30;
  epact -=
    Math.floor(epact / 28) *
    (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7;
  const days = epact - weekday;
  const month = 3 + Math.floor((days + 40) / 44);
  const day = days + 28 - 31 * Math.floor(month / 4);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50];
/** @type {Map<string, Set<string>>} */
const holidaysOf = new Map();

/** A public holiday of France. */
export function isHoliday(day) {
  const year = day.slice(0, 4);
  let days = holidaysOf.get(year);
  if (!days) {
    const easter = easterOf(Number(year));
    days = new Set([
      ...FIXED.map((date) => `${year}-${date}`),
      ...AFTER_EASTER.map((after) => addDays(easter, after)),
    ]);
    holidaysOf.set(year, days);
  }
  return days.has(day);
}

/** About the weeks in which the schools of Dijon have no classes. */
const SCHOOL_BREAKS = [
  ['01-01', '01-04'],
  ['02-15', '03-01'],
  ['04-12', '04-26'],
  ['07-05', '08-31'],
  ['10-18', '11-02'],
  ['12-20', '12-31'],
];
const isWithin = (day, parts) => parts.some(([first, last]) => day.slice(5) >= first && day.slice(5) <= last);

export const isSchoolBreak = (day) => isWithin(day, SCHOOL_BREAKS);

/** The labs take their holidays together. */
const CLOSURES = [
  ['01-01', '01-03'],
  ['08-03', '08-16'],
  ['12-24', '12-31'],
];

/** Minutes after midnight on the lab's clock, by weekday. */
const HOURS = {
  ...{
    2: [
      [600, 720],
      [840, 1080],
    ],
    3: [
      [600, 720],
      [810, 1140],
    ],
    4: [[840, 1200]],
  },
  ...{
    5: [
      [600, 720],
      [840, 1080],
    ],
    6: [[600, 1020]],
  },
};

/**
 * When a lab is open on a day.
 * @param {{ closedFrom: string | null }} lab
 * @param {string} day
 * @returns {[number, number][]} empty: it is closed
 */
export function hoursOf(lab, day) {
  if (lab.closedFrom !== null && day >= lab.closedFrom) return [];
  if (isHoliday(day) || isWithin(day, CLOSURES)) return [];
  return HOURS[weekdayOf(day)] ?? [];
}

const clock = (minutes) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The same hours as rows of a week of opening hours. */
export const openingWeek = () =>
  Object.entries(HOURS).flatMap(([weekday, parts]) =>
    parts.map(([from, until]) => ({ weekday: Number(weekday), opens: clock(from), closes: clock(until) })),
  );

/** More people come on Wednesdays and Saturdays, in spring and in autumn, and fewer in July and August. */
export function crowdOf(day) {
  const weekday = { 3: 1.5, 6: 1.4 }[weekdayOf(day)] ?? 0.9;
  const month = [0.9, 1, 1.1, 1.05, 1.05, 0.95, 0.6, 0.35, 1.1, 1.2, 1.15, 0.8][Number(day.slice(5, 7)) - 1];
  return weekday * month;
}
