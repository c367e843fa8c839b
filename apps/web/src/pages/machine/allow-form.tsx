import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { askAgain } from '../../api/touched';
import { ProblemAlert } from '../../parts/problem-alert';

/** Allows a command or rule that the guard blocks, on this machine, for a reason that stays in its record. */
export function AllowForm({ machineId }: { machineId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [command, setCommand] = useState('');
  const [reason, setReason] = useState('');
  const allow = useMutation({
    mutationFn: (body: { command: string; reason: string }) => {
      const params = { path: { id: machineId } };
      return content(api.POST('/api/v1/machines/{id}/allowances', { params, body }));
    },
    onSuccess: () => {
      setCommand('');
      setReason('');
      return askAgain(queries, ['/api/v1/machines/{id}/allowances', { id: machineId }]);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    allow.mutate({ command: command.trim(), reason: reason.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" wrap="wrap">
        <TextInput
          size="md"
          required
          maxLength={64}
          label={t('machine.allow.command')}
          description={t('machine.allow.commandHint')}
          placeholder="M500"
          value={command}
          onChange={({ currentTarget }) => setCommand(currentTarget.value)}
        />
        <TextInput
          size="md"
          required
          maxLength={500}
          className="grow"
          label={t('machine.allow.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default" loading={allow.isPending}>
          {t('machine.allow.allow')}
        </Button>
      </Group>
      {allow.isError && <ProblemAlert error={allow.error} />}
    </form>
  );
}
