import { Global, Module } from '@nestjs/common';
import { ContentSweep } from './content-sweep';
import { FileStore } from './file-store';
import { LostFiles } from './lost-files.service';
import { Thumbnails } from './thumbnails';

@Global()
@Module({
  providers: [ContentSweep, FileStore, LostFiles, Thumbnails],
  exports: [ContentSweep, FileStore, LostFiles, Thumbnails],
})
export class FilesModule {}
