import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LabRuns } from '../../network/agents/lab-runs';
import { interruptRuns } from './interrupt-runs';
import { compareRuns, expectedRuns } from './known-runs';

/** Gives the agents' rules the known runs of their labs. */
@Injectable()
export class LabRunBook implements OnModuleInit {
  constructor(private readonly runs: LabRuns) {}

  onModuleInit(): void {
    this.runs.register({ expected: expectedRuns, compare: compareRuns, interrupt: interruptRuns });
  }
}
