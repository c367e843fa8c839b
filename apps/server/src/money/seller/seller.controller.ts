import { Body, Controller, Get, Post, Put, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathText } from '../../platform/http/path-params';
import { LogosService } from './logos.service';
import { LogoDto, PutSellerSettingsDto, SellerSettingsDto, SellerVersionListDto } from './seller.schema';
import { SellerService } from './seller.service';

const logoBody = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary', description: 'PNG or JPEG' } },
  },
};

/** The association's legal identity, VAT regime and the dated wordings of its documents. */
@ApiTags('billing')
@Controller('v1/settings/seller')
export class SellerController {
  constructor(
    private readonly seller: SellerService,
    private readonly logos: LogosService,
  ) {}

  /** Shows the seller’s settings that are in force now: what invoices print, and how activities are taxed. */
  @Get()
  @Can('seller.read', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  @Faults('BILLING.SELLER_MISSING')
  current() {
    return this.seller.current();
  }

  /** Lists every recorded version of the seller’s settings, with those that begin later, latest first day first. */
  @Get('versions')
  @Can('seller.read', 'network')
  @ZodResponse({ type: SellerVersionListDto })
  versions() {
    return this.seller.versions();
  }

  /** Records the seller’s settings from a given day on. Documents that are already issued do not change. */
  @Put()
  @Can('seller.manage', 'network')
  @ZodResponse({ type: SellerSettingsDto })
  @Faults('SELLER.LOGO_UNKNOWN')
  save(@CurrentAccount() account: CurrentAccountInfo, @Body() body: PutSellerSettingsDto) {
    return this.seller.save(account.accountId, body);
  }

  /** Stores a picture for the logo, PNG or JPEG of at most 1 MB. The settings then name it by its SHA-256. */
  @Post('logo')
  @Can('seller.manage', 'network')
  @ApiConsumes('multipart/form-data')
  @ApiBody(logoBody)
  @ZodResponse({ status: 201, type: LogoDto })
  @Faults(
    'FILE.EMPTY',
    'FILE.MISSING',
    'FILE.MORE_THAN_ONE',
    'FILE.TOO_LARGE',
    'FILE.TRUNCATED',
    'REQUEST.NOT_MULTIPART',
    'SELLER.LOGO_TOO_LARGE',
    'SELLER.LOGO_UNFIT',
  )
  sendLogo(@CurrentAccount() account: CurrentAccountInfo, @Req() request: FastifyRequest) {
    return this.logos.receive(account.accountId, request);
  }

  /** Sends a picture that was stored for the logo. */
  @Get('logo/:sha256')
  @Can('seller.read', 'network')
  @ApiProduces('image/png', 'image/jpeg')
  async logo(@PathText('sha256') sha256: string): Promise<StreamableFile> {
    const { stream, mediaType, bytes } = await this.logos.open(sha256);
    return new StreamableFile(stream, { type: mediaType, length: bytes });
  }
}
