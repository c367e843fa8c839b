import { Text } from '@mantine/core';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chosen, chosenOf } from './check-file';

interface Props {
  readonly take: (chosen: Chosen[]) => void;
  readonly isOver: boolean;
  /** What is missing, beside the field that it is missing from. */
  readonly error: string | undefined;
  readonly input: Ref<HTMLInputElement>;
}

/**
 * A real file field, which the keyboard and screen readers know; drawn as a button, because browsers draw theirs in
 * their own language and say that nothing was chosen while a list of files stands below.
 */
export function FileChoice({ take, isOver, error, input }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <div className="drop" data-over={isOver || undefined}>
      <label className="drop-label">
        <input
          ref={input}
          type="file"
          multiple
          className="drop-input"
          aria-describedby={hint}
          aria-invalid={error !== undefined}
          onChange={({ currentTarget }) => {
            take(chosenOf(currentTarget.files ?? []));
            // So that the same file can be chosen again after it was changed.
            currentTarget.value = '';
          }}
        />
        <span className="drop-button">{t('submit.choose')}</span>
      </label>
      <Text size="sm" id={hint} role="status">
        {isOver ? t('submit.drop') : t('submit.intro')}
      </Text>
      {error && (
        <Text fw={600} className="drop-error" role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}
