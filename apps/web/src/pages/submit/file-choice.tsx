import { Text } from '@mantine/core';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Chosen, chosenOf } from './check-file';

interface Props {
  readonly take: (chosen: Chosen[]) => void;
  readonly isOver: boolean;
  /** The error when no file is chosen, shown next to the field. */
  readonly error: string | undefined;
  readonly input: Ref<HTMLInputElement>;
}

/**
 * A real file field, for the keyboard and screen readers, drawn as a button: browsers draw file fields in their own
 * language, and would say “no file chosen” above a list of chosen files.
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
            // Reset, so that the same file can be chosen again after it was changed.
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
