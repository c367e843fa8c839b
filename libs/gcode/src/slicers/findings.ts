export interface Slicer {
  readonly name: string;
  readonly version: string | null;
}

/** What the slicer expects of the print. Lists hold one entry a tool. */
export interface SlicerEstimate {
  seconds: number | null;
  firstLayerSeconds: number | null;
  /** Millimetres. */
  filamentMm: number[] | null;
  filamentGrams: number[] | null;
  filamentCm3: number[] | null;
  /** In the currency of whoever set the slicer up. */
  cost: number | null;
  layers: number | null;
  /** Of the first tool that is said to use one, such as PLA. */
  filamentType: string | null;
}

/** A machine's bounds as the slicer took them: mm/s² for accelerations, mm/s for feed rates and jerk. */
export interface MachineLimits {
  acceleration: AxisLimits;
  feedrate: AxisLimits;
  jerk: AxisLimits;
  extruding: number | null;
  retracting: number | null;
  travel: number | null;
  /** Millimetres. */
  junctionDeviation: number | null;
}

export interface AxisLimits {
  x: number | null;
  y: number | null;
  z: number | null;
  e: number | null;
}

/** What the slicer was set to. Lists hold one entry a tool; lengths in millimetres, temperatures in °C. */
export interface SlicerSettings {
  printerModel: string | null;
  /** The dialect, as the slicer calls it: `marlin2`, `RepRap`, `Griffin`. */
  flavour: string | null;
  layerHeight: number | null;
  firstLayerHeight: number | null;
  nozzleDiameters: number[] | null;
  filamentTypes: string[] | null;
  nozzleTemperatures: number[] | null;
  firstLayerNozzleTemperatures: number[] | null;
  bedTemperature: number | null;
  firstLayerBedTemperature: number | null;
  /** Null when the file says none of them. */
  machineLimits: MachineLimits | null;
  /** Of the filament, in millimetres. */
  filamentDiameters: number[] | null;
  /** Of the part's outermost lines. */
  lineWidth: number | null;
  /** E counts cubic millimetres. */
  volumetric: boolean;
}

const noAxes = (): AxisLimits => ({ x: null, y: null, z: null, e: null });

/** Everything that comments may tell, before any is read. */
export class Findings {
  slicer: Slicer | null = null;
  /** The filaments that a list of Bambu Studio is about, counted from 1. */
  usedFilaments: number[] | null = null;
  readonly estimate: SlicerEstimate = {
    seconds: null,
    firstLayerSeconds: null,
    filamentMm: null,
    filamentGrams: null,
    filamentCm3: null,
    cost: null,
    layers: null,
    filamentType: null,
  };
  readonly settings: SlicerSettings = {
    printerModel: null,
    flavour: null,
    layerHeight: null,
    firstLayerHeight: null,
    nozzleDiameters: null,
    filamentTypes: null,
    nozzleTemperatures: null,
    firstLayerNozzleTemperatures: null,
    bedTemperature: null,
    firstLayerBedTemperature: null,
    machineLimits: null,
    filamentDiameters: null,
    lineWidth: null,
    volumetric: false,
  };

  /** The machine's limits, to be filled in. */
  limits(): MachineLimits {
    this.settings.machineLimits ??= {
      acceleration: noAxes(),
      feedrate: noAxes(),
      jerk: noAxes(),
      extruding: null,
      retracting: null,
      travel: null,
      junctionDeviation: null,
    };
    return this.settings.machineLimits;
  }
}
