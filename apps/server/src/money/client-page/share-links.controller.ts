import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PrestationId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { PathId } from '../../platform/http/path-params';
import { NewShareLinkDto, ShareLinkListDto } from './share-link.dto';
import { ShareLinks } from './share-links.service';

/** Secret links with which a client sees a prestation, and decides about its quote, without an account. */
@ApiTags('billing')
@Controller('v1/prestations/:id/share-links')
export class ShareLinksController {
  constructor(private readonly links: ShareLinks) {}

  /** Lists the secret links of a prestation, newest first. The secrets themselves are stored nowhere. */
  @Get()
  @Can('prestation.read', 'network')
  @ZodResponse({ type: ShareLinkListDto })
  list(@PathId() id: PrestationId) {
    return this.links.list(id);
  }

  /** Creates a secret link to the client's page of a prestation. Only this answer has the link. */
  @Post()
  @Can('prestation.manage', 'network')
  @ZodResponse({ status: 201, type: NewShareLinkDto })
  @Faults('SHARE_LINK.TOO_MANY')
  create(@CurrentAccount() { accountId }: CurrentAccountInfo, @PathId() id: PrestationId) {
    return this.links.create(accountId, id);
  }

  /** Revokes a secret link: from now on it opens nothing. */
  @Delete(':linkId')
  @HttpCode(204)
  @Can('prestation.manage', 'network')
  async revoke(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: PrestationId,
    @PathId('linkId') linkId: string,
  ): Promise<void> {
    await this.links.revoke(accountId, id, linkId);
  }
}
