import type { FirmwareProfile } from '@pandafab/firmware';

type Simulation = FirmwareProfile['simulation'];
type Variant = (profile: FirmwareProfile) => FirmwareProfile;

const manners =
  (simulation: Partial<Simulation>): Variant =>
  (profile) => ({ ...profile, simulation: { ...profile.simulation, ...simulation } });

/** With ADVANCED_OK, and this number in each ok. */
const numbering =
  (okNumber: Simulation['okNumber']): Variant =>
  (profile) =>
    manners({ okNumber })({ ...profile, capabilities: { ...profile.capabilities, ADVANCED_OK: true } });

const POWERS = '@:{nozzlePower} B@:{bedPower}';
const BOTH = (nozzle: string, bed: string) =>
  `${nozzle}:{nozzle} /{nozzleTarget} ${bed}:{bed} /{bedTarget}{tools} ${POWERS}`;

/** Behaviour of real firmwares outside every standard; each is a variant of any profile. */
export const ODD_FIRMWARES: Readonly<Record<string, Variant>> = {
  /** Creality's boards with a DWIN screen. */
  'creality-dwin': manners({ temperatures: BOTH('==T', '==B'), waiting: BOTH('==T', '==B') }),
  /** Sprinter, and many of its descendants. */
  'no-targets': manners({ temperatures: 'T:{nozzle} B:{bed}', waiting: 'T:{nozzle} E:0 B:{bed}' }),
  babbling: manners({ temperatures: BOTH('OOOOT', 'B'), waiting: BOTH('OOOOT', 'B') }),
  /** Creality's boards with two ports, in the report of each. */
  doubled: manners({
    temperatures:
      '  TT::{nozzle}{nozzle}  //{nozzleTarget}{nozzleTarget}  BB::{bed}{bed}  //{bedTarget}{bedTarget}',
  }),
  /** A message that no host knows. */
  unreadable: manners({ temperatures: ' Nozzle={nozzle} Bed={bed}' }),
  /** Malyan M200, Monoprice Select Mini. */
  malyan: numbering('zero'),
  'last-number': numbering('last'),
  'ok-with-temperatures': manners({ okTellsTemperatures: true }),
  'glued-ok': manners({ gluesOk: true }),
  /** Repetier-Firmware, once it has seen a checksum. */
  'numbered-only': manners({ needsNumber: ['Error: Missing checksum'] }),
};
