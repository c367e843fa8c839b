import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, newId } from '@pandafab/shared';
import { audit } from '../../platform/audit/audit';
import { toIso } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { ReminderSettings } from './reminder.entities';
import type {
  PutReminderSettingsDto,
  ReminderSettingsDto,
  ReminderSettingsVersionsDto,
} from './reminder-settings.dto';
import { type DatedSettings, recordedSettings, settingsOn } from './settings-in-force';

/** When and how clients are reminded. */
@Injectable()
export class ReminderSettingsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async current(): Promise<ReminderSettingsDto> {
    return toDto(await settingsOn(this.database.manager, parisDay(this.clock.now())));
  }

  async versions(): Promise<ReminderSettingsVersionsDto> {
    const rows = await recordedSettings(this.database.manager);
    const items = rows.map((row) => ({ ...toDto(row), recordedAt: toIso(row.createdAt) }));
    return { items, total: items.length };
  }

  save(createdBy: AccountId, body: PutReminderSettingsDto): Promise<ReminderSettingsDto> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: createdAt } = unit;
      const { inForceFrom = parisDay(createdAt), ...settings } = body;
      const row: ReminderSettings = { id: newId(), inForceFrom, settings, createdBy, createdAt };
      await manager.insert(ReminderSettings, { ...row });
      const subject = ['reminder-settings', row.id] as const;
      await audit(unit, { action: 'reminder-settings.recorded', subject, after: { inForceFrom, settings } });
      return toDto(row);
    });
  }
}

const toDto = ({ settings, inForceFrom }: DatedSettings): ReminderSettingsDto => ({
  ...settings,
  inForceFrom,
});
