import type { FirmwareProfile } from '@pandafab/firmware';
import { type Command, has, numberOf } from '../commands/command';

/** DEFAULT_NOMINAL_FILAMENT_DIA, mm. */
const DIAMETER = 1.75;
const ALL_TOOLS = -1;

/** The factors between E and the motor: `e_factor` of Marlin's planner.cpp, `extrude_factor` of Klipper. */
export class ExtruderDrive {
  private readonly percents = new Map<number, number>();
  private readonly diameters = new Map<number, number>();
  private volumetric = false;

  constructor(private readonly firmware: FirmwareProfile['extrusion']) {}

  reset(): void {
    this.percents.clear();
    this.diameters.clear();
    this.volumetric = false;
  }

  /** Millimetres of filament that a move of E pushes. */
  millimetres(tool: number, e: number): number {
    const flow = (e * (this.percents.get(this.firmware.flowOf === 'all' ? ALL_TOOLS : tool) ?? 100)) / 100;
    return this.volumetric ? flow / (Math.PI * ((this.diameters.get(tool) ?? DIAMETER) / 2) ** 2) : flow;
  }

  /** M221. */
  setFlow(command: Command, tool: number): void {
    const percent = numberOf(command, 'S');
    const named = numberOf(command, 'T');
    if (this.firmware.flow === 'fraction') this.percent(tool, percent ?? 100);
    else if (percent !== undefined && (named === undefined || this.firmware.flowOf === 'tool'))
      this.percent(named ?? tool, Math.trunc(percent));
  }

  /** Prusa-Firmware and Klipper have one factor for all tools. */
  private percent(tool: number, percent: number): void {
    this.percents.set(this.firmware.flowOf === 'all' ? ALL_TOOLS : tool, percent);
  }

  /** M200: D0 and S0 count millimetres again. */
  setVolume(command: Command, tool: number): void {
    const diameter = numberOf(command, 'D');
    if (diameter) this.diameters.set(numberOf(command, 'T') ?? tool, diameter);
    if (diameter !== undefined) this.volumetric = diameter > 0;
    if (has(command, 'S')) this.volumetric = numberOf(command, 'S') !== 0;
  }
}
