import type { TFunction } from 'i18next';
import type { Schemas } from '../api/client';

export type HeaterReading = Schemas['HeaterReading'];

const NUMBERED = /^nozzle (\d+)$/;
const KNOWN = ['nozzle', 'bed', 'chamber'];

/**
 * The name of a heater for people. A name that only its machine knows stays as it is. Nozzles are counted from 1, as the
 * tools of a file are.
 * @param all the names of all heaters of the machine: with several nozzles, `nozzle` is the active one
 */
export function heaterName(name: string, all: readonly string[], t: TFunction): string {
  const [, number] = NUMBERED.exec(name) ?? [];
  if (number !== undefined) return t('parts.heater.numbered', { number: Number(number) + 1 });
  if (name === 'nozzle' && all.some((each) => NUMBERED.test(each))) return t('parts.heater.active');
  return KNOWN.includes(name) ? t(`parts.heater.${name}`) : name;
}
