import type { Role, Scope } from '@pandafab/domain';
import type { AccountId, LabId, Language, MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';

/** A token, and the account that it acts for. */
export interface TokenOwner {
  readonly tokenId: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly slicerDigest: string | null;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly language: Language | null;
  readonly isDisabled: boolean;
  readonly roles: readonly { readonly role: Role; readonly labId: LabId | null }[];
}

/** One for each role; one without a role where there is none. PostgreSQL gives instants as texts. */
interface Row {
  readonly tokenId: string;
  readonly scopes: string;
  readonly expiresAt: string | number | null;
  readonly lastUsedAt: string | number | null;
  readonly slicerDigest: string | null;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly language: Language | null;
  readonly disabledAt: string | number | null;
  readonly role: Role | null;
  readonly labId: LabId | null;
}

const instantOf = (value: string | number | null): number | null => (value === null ? null : Number(value));

/**
 * Reads all in one query, without entities: every request with a token needs it, and a slicer asks every second.
 * @param by the column whose value is unique
 */
export async function findTokenOwner(
  manager: EntityManager,
  by: 'tokenHash' | 'slicerUser',
  value: string,
): Promise<TokenOwner | undefined> {
  const rows: Row[] = await manager.query(
    `SELECT token.id AS "tokenId", token.scopes AS "scopes", token."expiresAt" AS "expiresAt",
      token."lastUsedAt" AS "lastUsedAt", token."slicerDigest" AS "slicerDigest", account.id AS "accountId",
      account."memberId" AS "memberId", account.language AS "language", account."disabledAt" AS "disabledAt",
      granted.role AS "role", granted."labId" AS "labId"
    FROM api_tokens token JOIN accounts account ON account.id = token."accountId"
      LEFT JOIN role_grants granted ON granted."accountId" = account.id
    WHERE token."${by}" = $1`,
    [value],
  );
  const [first] = rows;
  if (!first) return undefined;
  const { tokenId, slicerDigest, accountId, memberId, language } = first;
  return {
    ...{ tokenId, slicerDigest, accountId, memberId, language },
    scopes: JSON.parse(first.scopes) as Scope[],
    expiresAt: instantOf(first.expiresAt),
    lastUsedAt: instantOf(first.lastUsedAt),
    isDisabled: first.disabledAt !== null,
    roles: rows.flatMap(({ role, labId }) => (role === null ? [] : [{ role, labId }])),
  };
}
