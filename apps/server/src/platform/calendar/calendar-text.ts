import type { Instant } from '@pandafab/shared';

/** The end of a line, and the octets of one without it (RFC 5545, section 3.1). */
const END = '\r\n';
const MOST_OCTETS = 75;

/** One event of a calendar. */
export interface CalendarEvent {
  /** Stable: programs know an event again by it. */
  readonly uid: string;
  /** When it was last changed. */
  readonly stamp: Instant;
  readonly from: Instant;
  readonly until: Instant;
  readonly summary: string;
  readonly place: string;
  readonly description?: string | null;
  /** Raised by each change: programs replace an older event by it. */
  readonly sequence?: number;
  /** A cancelled event stays in the calendar for a while, so that programs take it away. */
  readonly isCancelled?: boolean;
}

/** A calendar as RFC 5545 describes it: lines folded at 75 octets, times in UTC. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//PandaFab//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => folded(line) + END).join('');
}

const eventLines = ({ uid, stamp, from, until, summary, place, ...more }: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `DTSTAMP:${utc(stamp)}`,
  `DTSTART:${utc(from)}`,
  `DTEND:${utc(until)}`,
  ...(more.sequence === undefined ? [] : [`SEQUENCE:${more.sequence}`]),
  `SUMMARY:${escaped(summary)}`,
  `LOCATION:${escaped(place)}`,
  ...(more.description ? [`DESCRIPTION:${escaped(more.description)}`] : []),
  ...(more.isCancelled ? ['STATUS:CANCELLED'] : []),
  'END:VEVENT',
];

/** 20261129T140000Z */
const utc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Breaks a long line between characters, never inside one; each further line begins with a space. */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      result += `${END} `;
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
