import { Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { FileStore } from './file-store';
import { fileStoreFaults } from './file-store.faults';

/** Contents of files, by their hash. */
@Global()
@Module({ providers: [FileStore], exports: [FileStore] })
export class FileStoreModule {}

export const fileStore: Feature = { module: FileStoreModule, faults: [fileStoreFaults] };
