import type { FirmwareProfile } from '@pandafab/firmware';
import type { Dialect } from './dialect';
import { marlin } from './marlin/marlin';

/** One for each value of `dialect` in a profile: the compiler reports a missing one. */
const DIALECTS: { readonly [Name in FirmwareProfile['dialect']]: Dialect } = { marlin };

/** The dialect of machines with this profile. */
export const dialectOf = ({ dialect }: FirmwareProfile): Dialect => DIALECTS[dialect];
