import { Injectable, type OnModuleInit } from '@nestjs/common';
import { labIdOf, SubjectLabs } from '../../platform/http/subject-labs';
import { Room } from './room.entity';

/** Registers the answers that other modules need about rooms. */
@Injectable()
export class RoomRegistrations implements OnModuleInit {
  constructor(private readonly subjects: SubjectLabs) {}

  onModuleInit(): void {
    this.subjects.register('room', labIdOf(Room));
  }
}
