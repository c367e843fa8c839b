import { Button, Group, Input, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { useChange } from '../../api/use-change';
import { DialogButton } from '../../parts/dialog-button';
import { formatEuros } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { type Convention, TOUCHED } from './convention';

type Result = Schemas['CostImport'];

/** Reads a file of costs, shows what is in it, and stores it when the reader agrees. */
export function ImportCosts({ convention }: { convention: Convention }) {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('conventions.costs.import')} dialogSize="lg">
      {(close) => <ImportForm convention={convention} onClose={close} />}
    </DialogButton>
  );
}

function ImportForm({ convention: { id }, onClose }: { convention: Convention; onClose: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const fieldId = useId();
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState('cost');
  const send = async (store: boolean): Promise<Result> => {
    if (!file) throw new Problem('FORM.FILE', t('conventions.costs.noFile'), '');
    const form = () => {
      const sent = new FormData();
      sent.append('kind', kind);
      sent.append('store', String(store));
      sent.append('file', file);
      return sent;
    };
    return content(
      api.POST('/api/v1/conventions/{id}/costs/import', {
        params: { path: { id } },
        body: { file: file.name, kind: kind as Schemas['CostKind'], store },
        bodySerializer: form,
      }),
    );
  };
  const read = useChange(() => send(false), []);
  const store = useChange(
    () => send(true),
    TOUCHED,
    ({ added }) => {
      toast(t('conventions.costs.stored', { count: added }));
      onClose();
    },
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    read.mutate();
  };
  const result = read.data;
  const isReady = result !== undefined && result.broken.length === 0 && result.added > 0;
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Input.Wrapper
          label={t('conventions.costs.file')}
          description={t('conventions.costs.fileHelp')}
          id={fieldId}
        >
          <input
            type="file"
            id={fieldId}
            accept=".csv,.txt,text/csv"
            className="file-field"
            onChange={({ currentTarget }) => {
              setFile(currentTarget.files?.[0]);
              read.reset();
            }}
          />
        </Input.Wrapper>
        <NativeSelect
          label={t('conventions.costs.kind')}
          value={kind}
          onChange={({ currentTarget: { value } }) => {
            setKind(value);
            read.reset();
          }}
          data={(['cost', 'in-kind'] as const).map((value) => ({
            ...{ value, label: t(`conventions.costs.kinds.${value}`) },
          }))}
        />
        {read.isError && <ProblemAlert error={read.error} />}
        {result && <Preview result={result} />}
        {store.isError && <ProblemAlert error={store.error} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            className="touch"
            variant={isReady ? 'default' : 'filled'}
            loading={read.isPending}
          >
            {t('conventions.costs.read')}
          </Button>
          {isReady && (
            <Button className="touch" loading={store.isPending} onClick={() => store.mutate()}>
              {t('conventions.costs.store')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Preview({ result: { added, known, cents, broken } }: { result: Result }) {
  const { t } = useTranslation();
  if (broken.length > 0)
    return (
      <div role="status">
        <p>{t('conventions.costs.broken')}</p>
        <ul>
          {broken.map(({ line, part, text }) => (
            <li key={line} className="typed">
              <strong>{t('conventions.costs.line', { line })}</strong>{' '}
              {t(`conventions.costs.parts.${part}`, { text })}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div role="status">
      <p>{t('conventions.costs.willAdd', { count: added, amount: formatEuros(cents) })}</p>
      {known > 0 && <p>{t('conventions.costs.known', { count: known })}</p>}
    </div>
  );
}
