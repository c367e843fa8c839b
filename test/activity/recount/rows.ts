/** Whole tables as the database has them. The recount knows no entity and no query of the service. */

type Raw = Record<string, unknown>;
/** Both drivers give what they like: PostgreSQL big integers as texts, SQLite booleans as numbers. */
export type Query = (sql: string) => Promise<Raw[]>;

export interface VisitRow {
  readonly labId: string;
  readonly day: string;
  readonly public: string;
  readonly purpose: string;
  readonly people: number;
  readonly memberId: string | null;
  readonly category: string | null;
  readonly undoneAt: number | null;
}
export interface SessionRow {
  readonly id: string;
  readonly labId: string;
  readonly day: string;
  readonly kind: string;
  readonly state: string;
  readonly topicId: string | null;
  readonly audience: string;
  readonly organisationId: string | null;
  readonly groupId: string | null;
  readonly headCount: number | null;
}
export interface RegistrationRow {
  readonly sessionId: string;
  readonly memberId: string | null;
  readonly state: string;
  readonly attendance: string | null;
  readonly category: string | null;
}
export interface UsageRow {
  readonly id: string;
  readonly runId: string;
  readonly labId: string;
  readonly memberId: string;
  readonly category: string;
  readonly materials: string;
  readonly valueCents: number | null;
  readonly chargedCents: number | null;
  readonly at: number;
}
export interface ProjectRow {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly labId: string;
  readonly organisationId: string | null;
  readonly groupId: string | null;
  readonly startsOn: string;
  readonly endedOn: string | null;
}
export interface DocumentRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly prestationId: string;
  readonly citesId: string | null;
  readonly issuedOn: string | null;
  readonly content: string | null;
}

export interface Rows {
  readonly categories: readonly { readonly code: string; readonly tariff: string }[];
  readonly members: readonly {
    readonly id: string;
    readonly homeLabId: string | null;
    readonly createdAt: number;
  }[];
  readonly profiles: readonly {
    readonly memberId: string;
    readonly birthYear: number | null;
    readonly gender: string | null;
    readonly neighbourhood: string | null;
    readonly occupation: string | null;
  }[];
  readonly visits: readonly VisitRow[];
  readonly sessions: readonly SessionRow[];
  readonly registrations: readonly RegistrationRow[];
  readonly usage: readonly UsageRow[];
  readonly runs: readonly {
    readonly id: string;
    readonly state: string;
    readonly labId: string;
    readonly endedAt: number | null;
    readonly seconds: number;
  }[];
  readonly openings: readonly {
    readonly labId: string;
    readonly openedAt: number;
    readonly closedAt: number | null;
  }[];
  readonly inductions: readonly {
    readonly kind: string;
    readonly labId: string;
    readonly grantedAt: number;
  }[];
  readonly partners: readonly {
    readonly organisationId: string;
    readonly kind: string;
    readonly priorityEducation: boolean;
  }[];
  readonly groups: readonly { readonly id: string; readonly organisationId: string | null }[];
  readonly projects: readonly ProjectRow[];
  readonly orders: readonly {
    readonly id: string;
    readonly labId: string | null;
    readonly organisationId: string;
  }[];
  readonly organisations: readonly { readonly id: string; readonly kind: string }[];
  readonly documents: readonly DocumentRow[];
  readonly payments: readonly {
    readonly bookedOn: string;
    readonly means: string;
    readonly cents: number;
    readonly labId: string | null;
  }[];
  readonly charges: readonly {
    readonly usageRecordId: string;
    readonly month: string;
    readonly freeCents: number;
  }[];
  readonly instalments: readonly {
    readonly id: string;
    readonly dueOn: string;
    readonly conventionId: string;
    readonly cents: number;
    readonly receivedOn: string | null;
  }[];
  readonly costs: readonly {
    readonly conventionId: string;
    readonly labId: string | null;
    readonly day: string;
    readonly kind: string;
    readonly heading: string;
    readonly cents: number;
  }[];
}

const TABLES: Readonly<Record<keyof Rows, string>> = {
  ...{ categories: 'member_categories', members: 'members', profiles: 'member_profiles', visits: 'visits' },
  ...{ sessions: 'sessions', registrations: 'registrations', usage: 'usage_records', runs: 'runs' },
  ...{ openings: 'lab_openings', inductions: 'inductions', partners: 'partners', groups: 'member_groups' },
  ...{ projects: 'projects', orders: 'prestations', documents: 'documents', payments: 'payments' },
  organisations: 'organisations',
  ...{ charges: 'account_charges', instalments: 'subsidy_instalments', costs: 'convention_costs' },
};
const NUMBERS = new Set([
  ...[
    'people',
    'undoneAt',
    'headCount',
    'seconds',
    'valueCents',
    'chargedCents',
    'at',
    'createdAt',
    'openedAt',
  ],
  ...['closedAt', 'endedAt', 'grantedAt', 'cents', 'freeCents', 'birthYear'],
]);

const readAs = (name: string, value: unknown): unknown => {
  if (value === null) return null;
  if (name === 'priorityEducation') return value === true || value === 1;
  return NUMBERS.has(name) ? Number(value) : value;
};

/** Every row of every table that an indicator counts. */
export async function readRows(query: Query): Promise<Rows> {
  const found: Record<string, Raw[]> = {};
  for (const [name, table] of Object.entries(TABLES))
    found[name] = (await query(`SELECT * FROM ${table}`)).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, readAs(column, value)])),
    );
  return found as unknown as Rows;
}
