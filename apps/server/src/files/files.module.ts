import { Global, Module } from '@nestjs/common';
import { FileStore } from './file-store';
import { Thumbnails } from './thumbnails';

@Global()
@Module({ providers: [FileStore, Thumbnails], exports: [FileStore, Thumbnails] })
export class FilesModule {}
