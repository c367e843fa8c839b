import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { AuditActionListDto, AuditListDto, AuditQueryDto } from './audit.dto';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /**
   * Lists what accounts, agents and the service did, newest first: who did it, when, from which address, and
   * the values before and after.
   */
  @Can('audit.read', 'network')
  @ZodResponse({ type: AuditListDto })
  @Get()
  list(@Query() query: AuditQueryDto, @ReaderLanguage() language: Language) {
    return this.audit.list(query, language);
  }

  /** Lists the actions that can be in the audit trail, by their names in the reader’s language. */
  @Can('audit.read', 'network')
  @ZodResponse({ type: AuditActionListDto })
  @Get('actions')
  actions(@ReaderLanguage() language: Language) {
    const items = this.audit.actions(language);
    return { items, total: items.length };
  }
}
