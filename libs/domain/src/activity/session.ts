/**
 * `appointment`: one person and a trainer. `class`: a school’s or another group’s own session. `open-lab`: hours at
 * which all may come.
 */
export const SESSION_KINDS = ['appointment', 'course', 'workshop', 'class', 'open-lab'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** For whom a session is. `spaces`: people who work in other public digital spaces. */
export const AUDIENCES = ['everyone', 'members', 'group', 'school', 'spaces', 'client'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const TOPIC_LEVELS = ['discover', 'practise', 'deepen'] as const;
export type TopicLevel = (typeof TOPIC_LEVELS)[number];
