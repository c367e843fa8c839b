import { Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { ContentReferences } from './content-references';

@Global()
@Module({ providers: [ContentReferences], exports: [ContentReferences] })
export class ContentReferencesModule {}

export const contentReferences: Feature = { module: ContentReferencesModule };
