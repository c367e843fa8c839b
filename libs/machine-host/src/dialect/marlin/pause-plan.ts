import type { FirmwareProfile } from '@pandafab/firmware';
import type { HeaterWait } from '../../streamer/waits';
import type { PausePlan } from '../dialect';
import type { ModalState } from './modal-state';

/** EXTRUDE_MINTEMP plus a margin: below it Marlin moves no filament, and the unretract would not match the retract. */
const SOFT_C = 175;
const RETRACT_RATE = 2100;
const TRAVEL_RATE = 3000;
const LIFT_RATE = 600;

/** Decimals without exponent; a nanometre is the smallest step of any figure here. */
const decimal = (value: number): string => String(Number(value.toFixed(6)) || 0);

interface Circumstances {
  readonly profile: FirmwareProfile;
  /** The modal state after the last line before the pause: all of it is restored. */
  readonly modal: ModalState;
  readonly temperatures: {
    readonly nozzle: { readonly actual: number; readonly target: number } | null;
    readonly bed: { readonly target: number } | null;
  };
  /** The firmware parks and returns by itself. */
  readonly parksItself: boolean;
}

/**
 * Plans a pause. The nozzle moves only from a known position: before the first move after homing it stays.
 * This module sends nothing; the commands are Marlin's (its motion modes: G90.cpp, M82_M83.cpp, G92.cpp).
 */
export function planPause(circumstances: Circumstances): PausePlan {
  const { modal, profile, parksItself, temperatures } = circumstances;
  const { x, y, z } = modal.position;
  const known = x !== null && y !== null && z !== null && !parksItself;
  const soft = (temperatures.nozzle?.actual ?? 0) >= SOFT_C && (temperatures.nozzle?.target ?? 0) >= SOFT_C;
  const retractMm = known && soft ? profile.pause.retractMm : 0;
  const park = known ? profile.scripts.pause : ['M400'];
  const way = known
    ? [
        `G1 X${decimal(x)} Y${decimal(y)} F${TRAVEL_RATE}`,
        `G1 Z${decimal(z)} F${LIFT_RATE}`,
        ...filament(retractMm),
      ]
    : [];
  return {
    parking: ['G21', ...filament(-retractMm), ...park, ...lowering(circumstances)],
    warming: warmingOf(circumstances),
    waits: waitsOf(circumstances),
    returning: [...profile.scripts.resume, 'G21', 'G90', ...way, ...modesOf(modal)],
  };
}

const filament = (lengthMm: number): string[] =>
  lengthMm === 0 ? [] : ['M83', `G1 E${decimal(lengthMm)} F${RETRACT_RATE}`];

interface Targets {
  readonly bed: number;
  readonly chamber: number;
  readonly nozzles: ReadonlyMap<number, number>;
}

/** The target of the file, or else the reported one: a person may have heated the machine before the run. */
function targetsOf({ modal, temperatures }: Circumstances): Targets {
  const nozzles = new Map(modal.nozzleTargets);
  const reported = temperatures.nozzle?.target ?? 0;
  if (!nozzles.has(modal.tool) && reported > 0) nozzles.set(modal.tool, reported);
  return { nozzles, bed: modal.bed ?? temperatures.bed?.target ?? 0, chamber: modal.chamber ?? 0 };
}

function lowering(circumstances: Circumstances): string[] {
  const { modal, profile, parksItself } = circumstances;
  const { lowerNozzleToC } = profile.pause;
  if (lowerNozzleToC === null || parksItself) return [];
  return [...targetsOf(circumstances).nozzles]
    .filter(([, target]) => target > lowerNozzleToC)
    .map(([tool]) => nozzleCommand(modal, tool, lowerNozzleToC));
}

/** T is left out with a single nozzle: some firmwares do not know it. */
const nozzleCommand = (modal: ModalState, tool: number, target: number): string =>
  modal.nozzleTargets.size > 1 || tool !== modal.tool
    ? `M104 T${tool} S${decimal(target)}`
    : `M104 S${decimal(target)}`;

function warmingOf(circumstances: Circumstances): string[] {
  const { bed, chamber, nozzles } = targetsOf(circumstances);
  return [
    ...(chamber > 0 ? [`M141 S${decimal(chamber)}`] : []),
    ...(bed > 0 ? [`M140 S${decimal(bed)}`] : []),
    ...[...nozzles].map(([tool, target]) => nozzleCommand(circumstances.modal, tool, target)),
  ];
}

/** For every firmware the host waits, so that a cancel meanwhile is immediate. */
function waitsOf(circumstances: Circumstances): HeaterWait[] {
  const { bed, nozzles } = targetsOf(circumstances);
  const nozzle = nozzles.get(circumstances.modal.tool) ?? 0;
  return [
    ...(bed > 0 && circumstances.temperatures.bed
      ? [{ heater: 'bed', targetC: bed, exactly: false } as const]
      : []),
    ...(nozzle > 0 ? [{ heater: 'nozzle', targetC: nozzle, exactly: false } as const] : []),
  ];
}

/** In millimetres first, then the file's own unit and modes. */
function modesOf(modal: ModalState): string[] {
  const { e } = modal.position;
  return [
    ...(e === null ? [] : [`G92 E${decimal(e)}`]),
    ...(modal.feedRate === null ? [] : [`G1 F${decimal(modal.feedRate)}`]),
    ...modal.modeCommands,
  ];
}
