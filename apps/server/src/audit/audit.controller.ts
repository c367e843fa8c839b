import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can } from '../accounts/access';
import { ReaderLanguage } from '../api/words';
import { AuditListDto, AuditQueryDto } from './audit.dto';
import { AuditService } from './audit.service';

@ApiTags('audit')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @ApiOperation({
    summary: 'What staff and agents did: who, when, from where, before and after; the latest first',
  })
  @Can('audit.read', 'network')
  @ZodResponse({ type: AuditListDto })
  @Get()
  list(@Query() query: AuditQueryDto, @ReaderLanguage() language: Language) {
    return this.audit.list(query, language);
  }
}
