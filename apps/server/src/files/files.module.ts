import { Global, Module } from '@nestjs/common';
import { ContentSweep } from './content-sweep';
import { FileStore } from './file-store';
import { Thumbnails } from './thumbnails';

@Global()
@Module({ providers: [ContentSweep, FileStore, Thumbnails], exports: [ContentSweep, FileStore, Thumbnails] })
export class FilesModule {}
