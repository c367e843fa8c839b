import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a booking was made for, where it is not a member's own. */
export class HeldFor1764500221000 implements MigrationInterface {
  name = 'HeldFor1764500221000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE bookings ADD COLUMN "heldFor" varchar');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE bookings DROP COLUMN "heldFor"');
  }
}
