import { Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { SubjectLabs } from './subject-labs';

@Global()
@Module({ providers: [SubjectLabs], exports: [SubjectLabs] })
export class SubjectLabsModule {}

export const subjectLabs: Feature = { module: SubjectLabsModule };
