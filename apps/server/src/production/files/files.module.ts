import { Module } from '@nestjs/common';
import type { Feature } from '../../platform/kit/feature';
import { analyseFile } from './analyse-file.job';
import { ContentSweep } from './content-sweep';
import { StoredFile } from './file.entity';
import { filesFaults } from './files.faults';
import { Thumbnail } from './thumbnail.entity';
import { ThumbnailSource1764410000000 } from './thumbnail-source.migration';
import { Thumbnails } from './thumbnails';

@Module({ providers: [ContentSweep, Thumbnails], exports: [ContentSweep, Thumbnails] })
export class FilesModule {}

export const files: Feature = {
  module: FilesModule,
  tables: [StoredFile, Thumbnail],
  migrations: [ThumbnailSource1764410000000],
  queueJobs: [analyseFile],
  faults: [filesFaults],
};
