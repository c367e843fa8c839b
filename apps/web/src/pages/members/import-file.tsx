import { Button, Checkbox, Group, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { useLab } from '../../frame/lab-choice';
import { ProblemAlert } from '../../parts/problem-alert';
import { ImportReport } from './import-report';
import { sendImport } from './send-import';

/** A file is checked as a whole first; only one without a fault can be taken, and then all of it is. */
export function ImportFile({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { lab, labs } = useLab();
  const form = useRef<HTMLFormElement>(null);
  const [isChecked, setChecked] = useState(false);
  const wish = async (dryRun: boolean) => {
    const data = new FormData(form.current ?? undefined);
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0)
      throw new Problem('FORM.FILE', t('members.files.noFile'), '');
    const labId = String(data.get('labId') ?? '');
    return sendImport({ file, labId, dryRun, sameEmail: data.has('sameEmail') });
  };
  const check = useChange(
    () => wish(true),
    [],
    () => setChecked(true),
  );
  const take = useChange(() => wish(false), [['members'], ['imports']]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate();
  };
  const taken = take.data && take.data.problems.length === 0;
  const report = take.data ?? (isChecked ? check.data : undefined);
  const mayTake = !taken && isChecked && check.data?.problems.length === 0;
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      onChange={() => {
        setChecked(false);
        take.reset();
      }}
    >
      <Stack>
        <Text size="sm">{t('members.files.intro')}</Text>
        <Input.Wrapper label={t('members.files.file')} id="import-file">
          <input type="file" name="file" id="import-file" accept=".csv,text/csv" className="file-field" />
        </Input.Wrapper>
        <NativeSelect
          name="labId"
          label={t('members.files.lab')}
          defaultValue={lab?.id ?? ''}
          data={[
            { value: '', label: t('members.noHomeLab') },
            ...labs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Checkbox name="sameEmail" label={t('members.files.sameEmail')} />
        {check.isError && <ProblemAlert error={check.error} />}
        {take.isError && <ProblemAlert error={take.error} />}
        {report && <ImportReport report={report} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose}>
            {t(taken ? 'common.close' : 'common.cancel')}
          </Button>
          {!taken && (
            <Button
              className="touch"
              type="submit"
              variant={mayTake ? 'default' : 'filled'}
              loading={check.isPending}
            >
              {t('members.files.check')}
            </Button>
          )}
          {mayTake && (
            <Button className="touch" onClick={() => take.mutate()} loading={take.isPending}>
              {t('members.files.take')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
