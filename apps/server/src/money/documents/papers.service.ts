import { Injectable } from '@nestjs/common';
import type { PrestationId } from '@pandafab/shared';
import type { PartDto, PartQueryDto, PrestationPapersDto } from './papers.dto';
import { later } from './stub';

@Injectable()
export class PapersService {
  async of(_id: PrestationId): Promise<PrestationPapersDto> {
    return later();
  }
  async part(_id: PrestationId, _query: PartQueryDto): Promise<PartDto> {
    return later();
  }
}
