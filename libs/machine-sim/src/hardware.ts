import type { FirmwareProfile } from '@pandafab/firmware';
import type { Clock } from '@pandafab/shared';
import { ExtruderDrive } from './motion/extruder-drive';
import { FilamentGauge } from './motion/filament-gauge';
import { Motion, type Volume } from './motion/motion';
import { Planner } from './motion/planner';
import { BED, CHAMBER, Heater, HOTEND } from './thermal/heater';

export interface HardwareOptions {
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
  readonly speed: number;
  readonly volume: Volume;
  readonly credulous: boolean;
  readonly isDeclared: boolean;
}

/** The printer behind the firmware: motion, heaters, and measurable results. */
export class Hardware {
  readonly motion: Motion;
  readonly planner: Planner;
  readonly nozzles: readonly Heater[];
  readonly bed: Heater;
  /** Cap:CHAMBER_TEMPERATURE; null without a chamber. */
  readonly chamber: Heater | null;
  /** Survives a reset, like the extruded filament. */
  readonly gauge = new FilamentGauge();
  readonly drive: ExtruderDrive;
  tool = 0;
  /** 0 to 255. */
  fan = 0;
  /** M302: below this the extruder does not turn (EXTRUDE_MINTEMP), °C. */
  coldLimit = 170;

  constructor(readonly options: HardwareOptions) {
    const { profile, clock, speed } = options;
    this.motion = new Motion(options.volume, profile.extrusion.modes);
    this.drive = new ExtruderDrive(profile.extrusion);
    this.planner = new Planner(clock, speed, profile.buffer.plannerBlocks);
    this.nozzles = Array.from({ length: profile.limits.extruders }, () => new Heater(clock, speed, HOTEND));
    this.bed = new Heater(clock, speed, BED);
    const { CHAMBER_TEMPERATURE = false } = profile.simulation.capabilities;
    this.chamber = CHAMBER_TEMPERATURE ? new Heater(clock, speed, CHAMBER) : null;
  }

  get nozzle(): Heater {
    return this.nozzles[this.tool] as Heater;
  }

  heatersOff(): void {
    for (const heater of [...this.nozzles, this.bed, this.chamber]) if (heater) heater.target = 0;
  }

  /** After a reset: cold, not moving, position unknown. */
  reset(): void {
    this.heatersOff();
    this.planner.clear();
    this.motion.reset();
    this.drive.reset();
    this.tool = 0;
    this.fan = 0;
    this.coldLimit = 170;
  }
}
