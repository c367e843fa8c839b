import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, Problem } from '../../api/problem';
import { type Me, meQuery } from '../../api/queries';
import type { Touched } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { addWords } from '../../i18n/add-words';
import { ProblemAlert } from '../problem-alert';
import { draftName, draftOf, forgetDraft, keepDraft, type Typed } from './draft';
import { en, fr } from './words';

addWords('form', { fr, en });

/** What a form gives to its fields. */
export interface Fields<Values extends Typed> {
  /** The properties of a text field or a select: name, value, change and error. */
  readonly field: (name: keyof Values & string) => FieldProps;
  /** The properties of a check box or a switch. */
  readonly tick: (name: keyof Values & string) => TickProps;
  /** What stands in the fields now, as typed. */
  readonly values: Values;
  readonly set: (changes: Partial<Values>) => void;
  /** Why the last attempt failed. */
  readonly problem: Problem | undefined;
}
interface Common {
  readonly name: string;
  readonly error: ReactNode;
  // biome-ignore lint/suspicious/noExplicitAny: each kind of field has its own event
  readonly onChange: any;
}
type FieldProps = Common & { readonly value: string };
type TickProps = Common & { readonly checked: boolean };

interface Props<Values extends Typed, Output> {
  /** What stands in the fields at first; it also names every field. */
  readonly initial: Values;
  /** Sends what was typed; texts are trimmed. */
  readonly send: (values: Values) => Promise<Output>;
  /** The answers that this change makes stale. */
  readonly touches: readonly Touched[];
  readonly onDone?: (output: Output) => void;
  readonly onCancel?: () => void;
  readonly submit: string;
  readonly color?: string;
  /** Under this name, what was typed survives a reload of the page and a closed dialog. Never for a form with secrets. */
  readonly draft?: string;
  /** Texts of which each character counts, such as passwords: they are not trimmed. */
  readonly asTyped?: readonly (keyof Values & string)[];
  readonly children: (fields: Fields<Values>) => ReactNode;
}

/**
 * A form: the fields keep what was typed when sending fails. An error of the server about a field is shown at the field,
 * every other one above the button.
 */
export function Form<Values extends Typed, Output>(props: Props<Values, Output>) {
  const { initial, send, touches, onDone, onCancel, submit, color, asTyped = [], children } = props;
  const { t } = useTranslation();
  const me = useQueryClient().getQueryData<Me>(meQuery.queryKey);
  const draft = props.draft && draftName(me?.id, props.draft);
  const [resumed, setResumed] = useState(() => (draft ? draftOf(sessionStorage, draft, initial) : undefined));
  const form = useForm<Values>({
    initialValues: { ...initial, ...resumed },
    onValuesChange: (values) => draft && keepDraft(sessionStorage, draft, initial, values),
  });
  const shownFields = useRef(new Set<string>());
  const change = useChange(send, touches, (output: Output) => {
    if (draft) forgetDraft(sessionStorage, draft);
    onDone?.(output);
  });
  const problem = change.error ? asProblem(change.error) : undefined;
  const fields: Fields<Values> = {
    field: (name) => {
      shownFields.current.add(name);
      return { ...(form.getInputProps(name) as Omit<FieldProps, 'name'>), name };
    },
    tick: (name) => {
      shownFields.current.add(name);
      return { ...(form.getInputProps(name, { type: 'checkbox' }) as Omit<TickProps, 'name'>), name };
    },
    values: form.values,
    set: (changes) => form.setValues(changes),
    problem,
  };
  const content = children(fields);
  const onSubmit = form.onSubmit((values) => {
    if (change.isPending) return;
    change.mutate(trimmed(values, asTyped), {
      onError: (error) =>
        form.setErrors(
          Object.fromEntries(asProblem(error).fields.map(({ path, message }) => [path, asSentence(message)])),
        ),
    });
  });
  const startAgain = () => {
    if (draft) forgetDraft(sessionStorage, draft);
    setResumed(undefined);
    form.setValues(initial);
  };
  // What to do on this page, when the server's advice is for programs.
  const cureOf = ({ code, cure }: Problem): string =>
    t(`parts.cures.${code.replaceAll('.', '-')}`, { defaultValue: cure });
  const isAtFields =
    problem !== undefined &&
    problem.fields.length > 0 &&
    problem.fields.every(({ path }) => shownFields.current.has(path));
  const shown = isAtFields
    ? new Problem(problem.code, t('parts.fieldsWrong'), t('parts.fieldsWrongCure'))
    : problem && new Problem(problem.code, problem.what, cureOf(problem), problem.fields);
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {resumed && (
          <p className="draft-note" role="status">
            {t('form.resumed')}{' '}
            <button type="button" className="link-button" onClick={startAgain}>
              {t('form.begin')}
            </button>
          </p>
        )}
        {content}
        {shown && <ProblemAlert error={shown} />}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" className="touch" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
          )}
          <Button type="submit" className="touch" color={color} loading={change.isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function trimmed<Values extends Typed>(values: Values, asTyped: readonly string[]): Values {
  const each = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && !asTyped.includes(name) ? value.trim() : value,
  ]);
  return Object.fromEntries(each) as Values;
}

/** The server writes field errors to follow the field's name; this makes a sentence of one. */
const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
