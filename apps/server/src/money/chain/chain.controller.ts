import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Language } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { ReaderLanguage } from '../../platform/http/words';
import { ChainVerificationDto, StartVerificationDto } from './chain.dto';
import { ChainVerifications } from './chain-verifications.service';

/** The hash chain over documents that enter the books. */
@ApiTags('billing')
@Controller('v1/chain')
export class ChainController {
  constructor(private readonly verifications: ChainVerifications) {}

  /** Shows the latest verification of the hash chain, and the first record that is wrong, if there is one. */
  @Get('verification')
  @Can('chain.read', 'network')
  @ZodResponse({ type: ChainVerificationDto })
  latest(@ReaderLanguage() language: Language) {
    return this.verifications.latest(language);
  }

  /** Starts a verification of the hash chain. It runs in the background; one that is running already goes on. */
  @Post('verification')
  @Can('chain.verify', 'network')
  @ZodResponse({ status: 202, type: ChainVerificationDto })
  async start(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @Body() { files }: StartVerificationDto,
    @ReaderLanguage() language: Language,
  ) {
    await this.verifications.start(accountId, files);
    return this.verifications.latest(language);
  }
}
