import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change';
import { DialogButton } from '../../parts/dialog-button';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { TOUCHED } from './project';
import { Section } from './section';

/** One person, print or order of a project. */
export interface Belonging {
  readonly id: string;
  readonly name: string;
  readonly shown: ReactNode;
  readonly remove: () => Promise<unknown>;
  /** Takes the removal back. */
  readonly add: () => Promise<unknown>;
}

interface Props {
  readonly title: string;
  readonly none: string;
  readonly items: readonly Belonging[];
  readonly mayChange: boolean;
  readonly addLabel: string;
  /** The form that adds another one. */
  readonly children: (close: () => void) => ReactNode;
}

/** What belongs to a project: a list from which each can be removed, and a form that adds another one. */
export function Belongings({ title, none, items, mayChange, addLabel, children }: Props) {
  return (
    <Section
      title={title}
      actions={mayChange && <DialogButton label={addLabel}>{(close) => children(close)}</DialogButton>}
    >
      {items.length === 0 && <p className="quiet">{none}</p>}
      <ul className="project-list">
        {items.map((item) => (
          <li key={item.id}>
            {item.shown}
            {mayChange && <Removal item={item} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Removal({ item: { name, remove, add } }: { item: Belonging }) {
  const { t } = useTranslation();
  const toast = useToast();
  const removal = useChange(remove, TOUCHED, () =>
    toast(t('projects.removed', { name }), { act: add, touches: TOUCHED }),
  );
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        className="touch"
        aria-label={t('projects.removeOf', { name })}
        loading={removal.isPending}
        onClick={() => removal.mutate()}
      >
        {t('projects.remove')}
      </Button>
      {removal.isError && <ProblemAlert error={removal.error} />}
    </>
  );
}
