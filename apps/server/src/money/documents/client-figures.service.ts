import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '@pandafab/shared';
import type { ClientFiguresDto } from './papers.dto';
import { later } from './stub';

@Injectable()
export class ClientFiguresService {
  async of(_id: OrganisationId): Promise<ClientFiguresDto> {
    return later();
  }
}
