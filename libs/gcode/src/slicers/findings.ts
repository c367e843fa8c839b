export interface Slicer {
  readonly name: string;
  readonly version: string | null;
}

/** The slicer's estimate of the print. Lists have one entry per tool. */
export interface SlicerEstimate {
  seconds: number | null;
  firstLayerSeconds: number | null;
  /** Millimetres. */
  filamentMm: number[] | null;
  filamentGrams: number[] | null;
  filamentCm3: number[] | null;
  /** In the currency of the slicer's settings. */
  cost: number | null;
  layers: number | null;
  /** The material of the first tool with one, such as PLA. */
  filamentType: string | null;
}

/** The machine's limits in the slicer's settings: mm/s² for accelerations, mm/s for feed rates and jerk. */
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

/** What the slicer says of the machine's equipment, beside diameters. Null or false: it says nothing. */
export interface EquipmentSettings {
  /** PrusaSlicer's `filament_abrasive`, by filament. */
  abrasive: boolean[] | null;
  /** The hardness (HRC) of the nozzle that each filament needs, of Bambu Studio and OrcaSlicer. */
  nozzleHardness: number[] | null;
  /** The plate: `Textured PEI Plate`, `glass`. */
  plate: string | null;
  /** The plate is chosen by a person. OrcaSlicer names one for every machine. */
  plateIsChosen: boolean;
  /** °C of the chamber by filament, which OrcaSlicer heats only where this is switched on. */
  chamberCelsius: number[] | null;
  chamberIsHeated: boolean;
  /** The print begins at this chamber temperature, by filament. */
  leastChamberCelsius: number[] | null;
}

/** The slicer's settings. Lists have one entry per tool; lengths in millimetres, temperatures in °C. */
export interface SlicerSettings {
  printerModel: string | null;
  /** The slicer's name of the dialect: `marlin2`, `RepRap`, `Griffin`. */
  flavour: string | null;
  layerHeight: number | null;
  firstLayerHeight: number | null;
  nozzleDiameters: number[] | null;
  filamentTypes: string[] | null;
  nozzleTemperatures: number[] | null;
  firstLayerNozzleTemperatures: number[] | null;
  bedTemperature: number | null;
  firstLayerBedTemperature: number | null;
  /** Null when the file gives none of them. */
  machineLimits: MachineLimits | null;
  /** Of the filament, in millimetres. */
  filamentDiameters: number[] | null;
  /** Of the part's outermost lines. */
  lineWidth: number | null;
  /** E counts cubic millimetres. */
  volumetric: boolean;
  equipment: EquipmentSettings;
}

const noAxes = (): AxisLimits => ({ x: null, y: null, z: null, e: null });

/** All findings from comments, before the first is read. */
export class Findings {
  slicer: Slicer | null = null;
  /** The filaments of a Bambu Studio list, counted from 1. */
  usedFilaments: number[] | null = null;
  /** Of the first filament: six hexadecimal digits. */
  colour: string | null = null;
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
    equipment: {
      abrasive: null,
      nozzleHardness: null,
      plate: null,
      plateIsChosen: false,
      chamberCelsius: null,
      chamberIsHeated: false,
      leastChamberCelsius: null,
    },
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
