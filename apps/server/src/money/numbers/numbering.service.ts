import { Injectable } from '@nestjs/common';
import type { NumberingChangesDto, NumberingDto } from './numbering.dto';

@Injectable()
export class NumberingService {
  async show(): Promise<NumberingDto> {
    throw new Error('not built yet');
  }
  async save(_body: NumberingChangesDto): Promise<NumberingDto> {
    throw new Error('not built yet');
  }
}
