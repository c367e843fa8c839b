import { Global, Module } from '@nestjs/common';
import type { Feature } from '../kit/feature';
import { PersonalTables } from './personal-tables';

@Global()
@Module({ providers: [PersonalTables], exports: [PersonalTables] })
export class PersonalDataModule {}

export const personalData: Feature = { module: PersonalDataModule };
