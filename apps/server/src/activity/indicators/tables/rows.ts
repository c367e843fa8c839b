import type { ProjectState, PublicsTable } from '@pandafab/domain';

/** Rows of the tables of a report. `key` is a code, an id or a month; words for codes are where they are shown. */
export interface PeopleRow {
  readonly key: string;
  readonly people: number;
}
export interface SessionsRow {
  /** Null: sessions without a topic. */
  readonly key: string | null;
  /** The French and the English name of a topic; null where the key is a code. */
  readonly label: string | null;
  readonly labelEn: string | null;
  readonly sessions: number;
  readonly people: number;
}
export interface SchoolRow {
  readonly key: string;
  readonly label: string;
  readonly isPriority: boolean;
  readonly neighbourhood: string | null;
  readonly sessions: number;
  readonly people: number;
  readonly projects: number;
}
export interface ProjectRow {
  readonly key: string;
  readonly label: string;
  readonly organisation: string | null;
  readonly state: ProjectState;
  readonly startsOn: string;
  readonly endedOn: string | null;
  readonly outcome: string | null;
}
export interface CentsRow {
  /** An activity, a heading, or the id of an order; null: lines without an activity. */
  readonly key: string | null;
  readonly cents: number;
}
export interface PrestationRow extends CentsRow {
  /** Null: all orders of private persons together. */
  readonly key: string | null;
  readonly reference: string | null;
  readonly title: string | null;
  readonly client: string | null;
}
export interface InstalmentRow {
  readonly key: string;
  readonly label: string;
  readonly payer: string;
  readonly dueOn: string;
  readonly receivedOn: string | null;
  readonly cents: number;
}

/** The tables of a report. Their definitions are in `docs/indicators.md`. */
export interface ReportTables {
  readonly visitsByMonth: readonly PeopleRow[];
  readonly visitsByPublic: readonly PeopleRow[];
  readonly visitsByPurpose: readonly PeopleRow[];
  readonly sessionsByTopic: readonly SessionsRow[];
  readonly sessionsByKind: readonly SessionsRow[];
  readonly sessionsByAudience: readonly SessionsRow[];
  readonly schools: readonly SchoolRow[];
  readonly projects: readonly ProjectRow[];
  readonly incomeByActivity: readonly CentsRow[];
  readonly incomeByPrestation: readonly PrestationRow[];
  readonly costsByHeading: readonly CentsRow[];
  readonly inKindByHeading: readonly CentsRow[];
  readonly instalments: readonly InstalmentRow[];
  readonly publics: PublicsTable;
}
