import { Button, Checkbox, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { Problem } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Mapping, TOUCHED } from './bank';
import { ColumnFields } from './column-fields';
import { importStatement, previewStatement } from './send-statement';
import { StatementPreview } from './statement-preview';

const TOUCHED_BY_IMPORT = [...TOUCHED, '/api/v1/bank/accounts'] as const;

/** Reads a file, shows what is in it, and imports it when the reader agrees. */
export function ImportStatement({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const accounts = useQuery(get('/api/v1/bank/accounts'));
  const [file, setFile] = useState<File>();
  const [account, setAccount] = useState('');
  const [mapping, setMapping] = useState<Mapping>();
  const [withoutBroken, setWithoutBroken] = useState(false);
  const chosen = () => {
    if (file) return { file, account, mapping };
    throw new Problem('FORM.FILE', t('bank.noFile'), '');
  };
  const read = useChange(
    async () => previewStatement(chosen()),
    [],
    (preview) => {
      setMapping(preview.mapping ?? undefined);
      if (account === '' && preview.account) setAccount(preview.account.name);
    },
  );
  const bring = useChange(async () => importStatement(chosen(), withoutBroken), TOUCHED_BY_IMPORT);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate();
  };
  const choose = (next: File | undefined) => {
    setFile(next);
    setMapping(undefined);
    setWithoutBroken(false);
    read.reset();
    bring.reset();
  };
  const preview = read.data;
  if (bring.data) return <Imported result={bring.data} onClose={onClose} />;
  const isReady = preview?.fits === true && preview.lines > 0;
  const mayImport = isReady && account.trim() !== '' && (preview.brokenCount === 0 || withoutBroken);
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Input.Wrapper label={t('bank.file')} description={t('bank.fileWhat')} id="bank-file">
          <input
            type="file"
            id="bank-file"
            accept=".csv,.txt,.xml,text/csv,application/xml,text/xml"
            className="file-field"
            onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
          />
        </Input.Wrapper>
        <TextInput
          label={t('bank.account')}
          description={t('bank.accountWhat')}
          value={account}
          onChange={({ currentTarget }) => setAccount(currentTarget.value)}
          maxLength={60}
          list="bank-accounts"
        />
        <datalist id="bank-accounts">
          {(accounts.data?.items ?? []).map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
        {read.isError && <ProblemAlert error={read.error} />}
        {preview && <StatementPreview preview={preview} />}
        {preview?.format === 'csv' && (
          <ColumnFields
            key={file?.name}
            preview={preview}
            mapping={mapping}
            onChange={setMapping}
            onRead={() => read.mutate()}
            isReading={read.isPending}
          />
        )}
        {isReady && preview.brokenCount > 0 && (
          <Checkbox
            label={t('bank.withoutBroken', { count: preview.brokenCount })}
            checked={withoutBroken}
            onChange={({ currentTarget }) => setWithoutBroken(currentTarget.checked)}
          />
        )}
        {bring.isError && <ProblemAlert error={bring.error} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            className="touch"
            type="submit"
            variant={isReady ? 'default' : 'filled'}
            loading={read.isPending}
          >
            {t('bank.read')}
          </Button>
          {isReady && (
            <Button
              className="touch"
              disabled={!mayImport}
              onClick={() => bring.mutate()}
              loading={bring.isPending}
            >
              {t('bank.importNow')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

interface ImportedProps {
  readonly result: Awaited<ReturnType<typeof importStatement>>;
  readonly onClose: () => void;
}
function Imported({ result: { added, known }, onClose }: ImportedProps) {
  const { t } = useTranslation();
  return (
    <Stack>
      <div role="status">
        <Text fw={700}>{added > 0 ? t('bank.imported', { count: added }) : t('bank.importedNothing')}</Text>
        {added > 0 && known > 0 && <Text>{t('bank.importedKnown', { count: known })}</Text>}
      </div>
      <Group justify="flex-end">
        <Button className="touch" onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
