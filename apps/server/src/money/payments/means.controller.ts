import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { MeansService } from './means.service';
import { MeansListDto, PutMeansDto } from './payments.dto';

/** The means of payment. */
@ApiTags('billing')
@Controller('v1/settings/payment-means')
export class MeansController {
  constructor(private readonly means: MeansService) {}

  /** Lists the means of payment as they are in force today. */
  @Get()
  @Can('payment.read', 'network')
  @ZodResponse({ type: MeansListDto })
  list() {
    return this.means.list();
  }

  /** Sets the name and the account of a means from a day on, and whether staff can choose it. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: MeansListDto })
  save(@CurrentAccount() { accountId }: CurrentAccountInfo, @Body() body: PutMeansDto) {
    return this.means.save(accountId, body);
  }
}
