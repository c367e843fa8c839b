import { folded } from '@pandafab/shared';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isSqlite } from '../../platform/persistence/migration-steps';
import { STARTING_TOPICS } from './starting-topics';

const COLUMNS = [
  ...['id', 'nameFr', 'nameEn', 'foldedName', 'level', 'aimsFr', 'aimsEn', 'lengthMinutes', 'audiences'],
  ...['capacity', 'inductionKind', 'priceCents', 'position', 'version'],
];

/** Forty introductions to begin with: labs change, retire and add to them. Nothing where there are some already. */
export class StartingTopics1764500222000 implements MigrationInterface {
  name = 'StartingTopics1764500222000';

  async up(runner: QueryRunner): Promise<void> {
    const [{ count }] = (await runner.query('SELECT COUNT(*) AS count FROM topics')) as [{ count: unknown }];
    if (Number(count) > 0) return;
    const kinds = (await runner.query('SELECT code FROM machine_kinds')) as { code: string }[];
    const known = new Set(kinds.map(({ code }) => code));
    const names = COLUMNS.map((column) => `"${column}"`).join(', ');
    const places = COLUMNS.map((_, at) => (isSqlite(runner) ? '?' : `$${at + 1}`)).join(', ');
    for (const [
      at,
      { fr, en, level, minutes, audiences = [], capacity, induction },
    ] of STARTING_TOPICS.entries())
      await runner.query(`INSERT INTO topics (${names}) VALUES (${places})`, [
        ...[idOf(at), fr.name, en.name, folded(`${fr.name} ${en.name}`), level, fr.aims, en.aims, minutes],
        ...[JSON.stringify(audiences), capacity, induction && known.has(induction) ? induction : null],
        ...[0, (at + 1) * 10, 1],
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const place = isSqlite(runner) ? '?' : '$1';
    for (const at of STARTING_TOPICS.keys())
      await runner.query(
        `DELETE FROM topics WHERE id = ${place} AND NOT EXISTS (SELECT 1 FROM sessions WHERE "topicId" = topics.id)`,
        [idOf(at)],
      );
  }
}

/** A UUID of version 8 (RFC 9562): the same in each network, so that a topic can be compared between networks. */
const idOf = (at: number): string => `70a1c000-0000-8000-8000-${String(at + 1).padStart(12, '0')}`;
