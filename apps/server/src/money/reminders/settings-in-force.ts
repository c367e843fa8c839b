import type { PenaltyRates } from '@pandafab/domain';
import type { Cents } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Day } from '../kit/paris';
import { FIRST_SETTINGS } from './first-settings';
import { ReminderSettings } from './reminder.entities';
import type { ReminderSettingsBody } from './reminder-settings.dto';

export interface DatedSettings {
  /** Null: they came with the installation. */
  readonly inForceFrom: Day | null;
  readonly settings: ReminderSettingsBody;
}

/** Those that are recorded, the latest first day first; of several for one day, the last written first. */
export const recordedSettings = (manager: EntityManager): Promise<ReminderSettings[]> =>
  manager.find(ReminderSettings, { order: { inForceFrom: 'DESC', createdAt: 'DESC', id: 'DESC' } });

export interface SettingsOnDay extends DatedSettings {
  /** Of every version: a penalty counts each day with the rate of that day. */
  readonly rates: readonly PenaltyRates[];
}

/** The settings in force on a day. */
export async function settingsOn(manager: EntityManager, day: Day): Promise<SettingsOnDay> {
  const recorded = await recordedSettings(manager);
  const found = recorded.find(({ inForceFrom }) => inForceFrom <= day);
  return {
    inForceFrom: found?.inForceFrom ?? null,
    settings: found?.settings ?? FIRST_SETTINGS,
    rates: ratesOf(recorded),
  };
}

/** Of several versions for one day, the last written. */
function ratesOf(recorded: readonly ReminderSettings[]): PenaltyRates[] {
  const byDay = new Map<Day, PenaltyRates>();
  for (const { inForceFrom, settings } of [...recorded].reverse()) {
    const { businessBasisPoints, publicBodyBasisPoints } = settings;
    const indemnityCents = settings.indemnityCents as Cents;
    byDay.set(inForceFrom, { inForceFrom, businessBasisPoints, publicBodyBasisPoints, indemnityCents });
  }
  return [...byDay.values()];
}
