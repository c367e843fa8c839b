import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Machine } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { currentLanguage } from '../../i18n/i18n';
import { formatNumber } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { changesOf, draftOf, isEmpty, LIMITS, type MachineChanges } from './fields';

/** Name, maintenance and limits. The typed values stay when the server refuses them. */
export function MachineForm({ machine, onClose }: { machine: Machine; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [before] = useState(() => draftOf(machine));
  const [draft, setDraft] = useState(before);
  const save = useMutation({
    mutationFn: (body: MachineChanges) => {
      const params = { path: { id: machine.id } };
      return content(api.PATCH('/api/v1/machines/{id}', { params, body }));
    },
    onSuccess: async () => {
      onClose();
      await askAgain(queries, ['/api/v1/machines/{id}', { id: machine.id }]);
    },
  });
  const rangeWords = (least: number, most: number) =>
    t('machine.field.range', { least: formatNumber(least), most: formatNumber(most) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const changes = changesOf(before, draft);
    if (Object.keys(changes).length === 0) onClose();
    else save.mutate(changes);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          size="md"
          required
          autoFocus
          maxLength={100}
          label={t('machine.field.name')}
          value={draft.name}
          onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
        />
        <Checkbox
          size="md"
          label={t('machine.field.inMaintenance')}
          description={t('machine.field.maintenanceHint')}
          checked={draft.inMaintenance}
          onChange={({ currentTarget }) => setDraft({ ...draft, inMaintenance: currentTarget.checked })}
        />
        <div className="limits">
          {LIMITS.map(({ field, unit, least, most }) => (
            <NumberInput
              key={field}
              size="md"
              hideControls
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required={field !== 'maxChamberCelsius'}
              label={`${t(`machine.field.${field}`)} (${unit})`}
              description={field === 'maxChamberCelsius' ? t('machine.field.chamberHint') : undefined}
              min={least}
              max={most}
              clampBehavior="none"
              error={isOutside(draft.limits[field], least, most) && rangeWords(least, most)}
              decimalSeparator={currentLanguage() === 'fr' ? ',' : '.'}
              value={draft.limits[field]}
              onChange={(value) => setDraft({ ...draft, limits: { ...draft.limits, [field]: value } })}
            />
          ))}
        </div>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group>
          <Button type="submit" size="md" loading={save.isPending}>
            {t('common.save')}
          </Button>
          <Button size="md" variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const isOutside = (value: string | number, least: number, most: number): boolean =>
  !isEmpty(value) && !(Number(value) >= least && Number(value) <= most);
