import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LabId } from '@pandafab/shared';
import { ZodResponse } from 'nestjs-zod';
import { QUIET_ZONE, qrCode, qrPath } from '../../money/kit/payment-code/qr-code';
import { Can, CurrentAccount, type CurrentAccountInfo } from '../../platform/http/access';
import { Faults } from '../../platform/http/faults';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { PathId } from '../../platform/http/path-params';
import { CreatedKioskDto, KioskListDto, NewKioskDto } from './kiosks.dto';
import { KiosksService } from './kiosks.service';
import type { Kiosk } from './visit.entities';

const view = ({ id, labId, name, createdAt, lastUsedAt, revokedAt }: Kiosk) => ({
  ...{ id, labId, name, createdAt: toIso(createdAt) },
  ...{ lastUsedAt: toIsoOrNull(lastUsedAt), revokedAt: toIsoOrNull(revokedAt) },
});

/** Tablets that are left at the door of a lab. */
@ApiTags('visits')
@Controller('v1/labs/:id/kiosks')
export class KiosksController {
  constructor(private readonly kiosks: KiosksService) {}

  /** Lists the tablets of a lab, the newest first, with the revoked ones. */
  @Get()
  @Can('kiosk.manage', 'lab')
  @ZodResponse({ type: KioskListDto })
  async list(@PathId() id: LabId) {
    return { items: (await this.kiosks.list(id)).map(view) };
  }

  /** Sets up a tablet for the door of a lab. Only this answer has its address. */
  @Post()
  @Can('kiosk.manage', 'lab')
  @ZodResponse({ status: 201, type: CreatedKioskDto })
  @Faults('KIOSK.TOO_MANY', 'LAB.UNKNOWN')
  async create(
    @CurrentAccount() { accountId }: CurrentAccountInfo,
    @PathId() id: LabId,
    @Body() { name }: NewKioskDto,
  ) {
    const { url, ...kiosk } = await this.kiosks.create(accountId, id, name);
    const code = qrCode(url);
    return { ...view(kiosk), url, code: { size: code.size + 2 * QUIET_ZONE, path: qrPath(code) } };
  }

  /** Revokes a tablet: from now on its address counts nothing. */
  @Delete(':kioskId')
  @HttpCode(204)
  @Can('kiosk.manage', 'lab')
  async revoke(@PathId() id: LabId, @PathId('kioskId') kioskId: string): Promise<void> {
    await this.kiosks.revoke(id, kioskId);
  }
}
