import { newId } from '@pandafab/shared';
import { In } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { StoredFile } from './file.entity';
import { Thumbnail } from './thumbnail.entity';

type Read = Pick<StoredFile, 'state' | 'analysis' | 'analyserVersion' | 'refusal'>;

/**
 * Stores an analysis of a file: compare-and-set on the state and version that were read before.
 * @returns false if another process has analysed the file since
 */
export async function writeAnalysis(
  { manager }: Unit,
  { sha256, state, analyserVersion }: StoredFile,
  read: Read,
): Promise<boolean> {
  const unread = '(state = :state AND COALESCE("analyserVersion", 0) = :version)';
  const { affected } = await manager
    .createQueryBuilder()
    .update(StoredFile)
    .set(read as object)
    .where('sha256 = :sha256', { sha256 })
    .andWhere(unread, { state, version: analyserVersion ?? 0 })
    .execute();
  return affected !== 0;
}

type PictureFields = Pick<Thumbnail, 'width' | 'height' | 'format' | 'source'> & { readonly base64: string };

/** Replaces the pictures that an earlier analyser found in a file. */
export async function replaceThumbnails(
  { manager }: Unit,
  fileSha256: string,
  pictures: readonly PictureFields[],
): Promise<void> {
  await manager.delete(Thumbnail, { fileSha256 });
  for (const { base64, ...picture } of pictures) {
    const bytes = Buffer.from(base64, 'base64');
    await manager.insert(Thumbnail, { ...picture, id: newId<string>(), fileSha256, bytes });
  }
}

/** Stores when the contents of these files went missing in the file store. @param lostAt null: they are back */
export async function writeLostAt(
  { manager }: Unit,
  sha256s: readonly string[],
  lostAt: number | null,
): Promise<void> {
  await manager.update(StoredFile, { sha256: In([...sha256s]) }, { lostAt });
}
