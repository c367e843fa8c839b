import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { type Definition, useIndicators } from '../activity/indicators';
import { type Convention, TOUCHED } from './convention';
import { type EditedObjective, editedOf, newIndicator, newObjective, sentOf } from './edited';
import { IndicatorFields } from './indicator-fields';

interface Props {
  readonly convention: Convention;
  readonly onClose: () => void;
}

/** Changes the objectives of a convention, all of them in one step. */
export function ObjectiveEditor(props: Props) {
  const { data } = useIndicators();
  return data ? <Editor {...props} definitions={data.items} /> : <Loading />;
}

function Editor({ convention, onClose, definitions }: Props & { definitions: readonly Definition[] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const unitOf = (code: string) => definitions.find((each) => each.code === code)?.unit ?? 'count';
  const [objectives, setObjectives] = useState(() => editedOf(convention.objectives, unitOf));
  const { id, version } = convention;
  const save = useChange(
    async () =>
      content(
        api.PUT('/api/v1/conventions/{id}/objectives', {
          params: { path: { id } },
          body: { version, objectives: sentOf(objectives, unitOf) },
        }),
      ),
    TOUCHED,
    () => {
      toast(t('conventions.objectives.saved'));
      onClose();
    },
  );
  const change = (key: string, next: EditedObjective) =>
    setObjectives((all) => all.map((each) => (each.key === key ? next : each)));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="activity-card" onSubmit={onSubmit}>
      <h2>{t('conventions.objectives.editing')}</h2>
      <Stack>
        {objectives.map((objective, at) => (
          <ObjectiveFields
            key={objective.key}
            objective={objective}
            periods={convention.periods}
            definitions={definitions}
            onChange={(next) => change(objective.key, next)}
            onRemove={() => setObjectives((all) => all.filter(({ key }) => key !== objective.key))}
            onUp={at === 0 ? undefined : () => setObjectives((all) => swapped(all, at))}
          />
        ))}
        <Button
          variant="default"
          className="touch conventions-add"
          onClick={() => setObjectives((all) => [...all, newObjective()])}
        >
          {t('conventions.objectives.add')}
        </Button>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" className="touch" loading={save.isPending}>
            {t('conventions.objectives.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The list with one element before the one above it. */
const swapped = <Each,>(all: readonly Each[], at: number): Each[] => [
  ...all.slice(0, at - 1),
  ...all.slice(at, at + 1),
  ...all.slice(at - 1, at),
  ...all.slice(at + 1),
];

interface ObjectiveProps {
  readonly objective: EditedObjective;
  readonly periods: readonly string[];
  readonly definitions: readonly Definition[];
  readonly onChange: (next: EditedObjective) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
}

function ObjectiveFields({ objective, periods, definitions, onChange, onRemove, onUp }: ObjectiveProps) {
  const { t } = useTranslation();
  const { title, quotation, indicators } = objective;
  return (
    <fieldset className="conventions-edited">
      <legend>{title || t('conventions.objectives.newTitle')}</legend>
      <TextInput
        label={t('conventions.objectives.name')}
        value={title}
        onChange={({ currentTarget: { value } }) => onChange({ ...objective, title: value })}
        maxLength={160}
        required
      />
      <Textarea
        label={t('conventions.objectives.quotation')}
        value={quotation}
        onChange={({ currentTarget: { value } }) => onChange({ ...objective, quotation: value })}
        maxLength={2000}
        autosize
        minRows={2}
      />
      {indicators.map((indicator) => (
        <IndicatorFields
          key={indicator.key}
          indicator={indicator}
          periods={periods}
          definitions={definitions}
          onChange={(next) =>
            onChange({
              ...objective,
              indicators: indicators.map((each) => (each.key === indicator.key ? next : each)),
            })
          }
          onRemove={() =>
            onChange({ ...objective, indicators: indicators.filter(({ key }) => key !== indicator.key) })
          }
        />
      ))}
      <Group>
        <Button
          variant="default"
          className="touch"
          onClick={() => onChange({ ...objective, indicators: [...indicators, newIndicator()] })}
        >
          {t('conventions.objectives.addIndicator')}
        </Button>
        {onUp && (
          <Button variant="default" className="touch" onClick={onUp}>
            {t('conventions.objectives.up')}
          </Button>
        )}
        <Button variant="default" className="touch" color="red" onClick={onRemove}>
          {t('conventions.objectives.remove')}
        </Button>
      </Group>
    </fieldset>
  );
}
