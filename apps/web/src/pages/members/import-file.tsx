import { Button, Checkbox, Group, Input, NativeSelect, Stack, Text } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { useLab } from '../../frame/lab-choice';
import { ProblemAlert } from '../../parts/problem-alert';
import { ImportReport } from './import-report';
import { sendImport } from './send-import';

/** First checks the whole file; only a file without errors can be imported, and then all of it is. */
export function ImportFile({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { lab, labs } = useLab();
  const form = useRef<HTMLFormElement>(null);
  const [isChecked, setChecked] = useState(false);
  const send = async (dryRun: boolean) => {
    const data = new FormData(form.current ?? undefined);
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0)
      throw new Problem('FORM.FILE', t('members.files.noFile'), '');
    const labId = String(data.get('labId') ?? '');
    return sendImport({ file, labId, dryRun, sameEmail: data.has('sameEmail') });
  };
  const check = useChange(
    () => send(true),
    [],
    () => setChecked(true),
  );
  const importNow = useChange(() => send(false), ['/api/v1/members']);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate();
  };
  const isImported = importNow.data && importNow.data.problems.length === 0;
  const report = importNow.data ?? (isChecked ? check.data : undefined);
  const mayImport = !isImported && isChecked && check.data?.problems.length === 0;
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      onChange={() => {
        setChecked(false);
        importNow.reset();
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
        {importNow.isError && <ProblemAlert error={importNow.error} />}
        {report && <ImportReport report={report} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose}>
            {t(isImported ? 'common.close' : 'common.cancel')}
          </Button>
          {!isImported && (
            <Button
              className="touch"
              type="submit"
              variant={mayImport ? 'default' : 'filled'}
              loading={check.isPending}
            >
              {t('members.files.check')}
            </Button>
          )}
          {mayImport && (
            <Button className="touch" onClick={() => importNow.mutate()} loading={importNow.isPending}>
              {t('members.files.take')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
