import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who made a picture: the slicer, or this server. */
export class ThumbnailSource1764410000000 implements MigrationInterface {
  name = 'ThumbnailSource1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE thumbnails ADD COLUMN source varchar NOT NULL DEFAULT 'slicer'`);
  }

  async down(): Promise<void> {
    throw new Error('restore the backup from before this version instead');
  }
}
