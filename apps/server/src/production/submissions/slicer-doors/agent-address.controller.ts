import { Controller, Get, Headers } from '@nestjs/common';
import { LinkCredentials } from '../../../network/agents/link-credentials';
import { AgentOnly } from '../../../platform/http/access';
import { SlicerTargets } from './targets.service';

/** For agents, which announce it on the network of their lab. */
@Controller('agent/slicer-address')
export class AgentAddressController {
  constructor(
    private readonly credentials: LinkCredentials,
    private readonly targets: SlicerTargets,
  ) {}

  /** Tells an agent the address of its lab for slicers: null if the server has no public address. */
  @Get()
  @AgentOnly()
  async address(
    @Headers('authorization') authorization: string | undefined,
  ): Promise<{ labName: string; address: string | null }> {
    const { labId } = await this.credentials.demand(authorization);
    const { labName, address } = await this.targets.find(labId);
    return { labName, address: this.targets.arePublic ? address : null };
  }
}
