import { Button, Group, Stack } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, Problem } from '../api/problem';
import { useChange } from '../api/use-change';
import { ProblemAlert } from './problem-alert';

/** What stands in a field, without spaces around it; those of a password count. */
export type Values = (name: string, how?: 'as-typed') => string;

/** What is wrong with a field, in the reader’s words; for Mantine's `error`. */
export type FaultOf = (name: string) => string | undefined;

interface Props<Output> {
  readonly send: (values: Values) => Promise<Output>;
  readonly touches: readonly QueryKey[];
  readonly onDone?: (output: Output) => void;
  readonly onCancel?: () => void;
  readonly submit: string;
  readonly color?: string;
  readonly children: (faultOf: FaultOf, problem: Problem | undefined) => ReactNode;
}

/**
 * A form whose fields the browser keeps: what was typed stays when it fails. What the server says of a field stands at
 * the field, if it asks for that; all else stands above the button.
 */
export function Form<Output>({ send, touches, onDone, onCancel, submit, color, children }: Props<Output>) {
  const { t } = useTranslation();
  const change = useChange(send, touches, onDone);
  const problem = change.error ? asProblem(change.error) : undefined;
  const asked = useRef(new Set<string>());
  const faultOf = (name: string): string | undefined => {
    asked.current.add(name);
    const fault = problem?.fields.find(({ path }) => path === name);
    return fault && asSentence(fault.message);
  };
  // What to do here, where the service says it for programs.
  const cureOf = ({ code, cure }: Problem): string =>
    t(`parts.cures.${code.replaceAll('.', '-')}`, { defaultValue: cure });
  const fields = children(faultOf, problem);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const valueAt: Values = (name, how) => {
      const typed = String(data.get(name) ?? '');
      return how ? typed : typed.trim();
    };
    if (!change.isPending) change.mutate(valueAt);
  };
  const atFields =
    problem !== undefined &&
    problem.fields.length > 0 &&
    problem.fields.every(({ path }) => asked.current.has(path));
  const shown = atFields
    ? new Problem(problem.code, t('parts.fieldsWrong'), t('parts.fieldsWrongCure'))
    : problem && new Problem(problem.code, problem.what, cureOf(problem), problem.fields);
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {fields}
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

/** The service says it as what follows the field's name. */
const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
