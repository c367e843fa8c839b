import { type DynamicModule, Global, Module } from '@nestjs/common';
import { AUDIT_WORDS, AuditDictionary, type AuditWords } from './audit-words';

@Global()
@Module({})
export class AuditWordsModule {
  static with(words: readonly AuditWords[]): DynamicModule {
    return {
      module: AuditWordsModule,
      providers: [{ provide: AUDIT_WORDS, useValue: words }, AuditDictionary],
      exports: [AuditDictionary],
    };
  }
}
