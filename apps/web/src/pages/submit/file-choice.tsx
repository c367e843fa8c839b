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

/** A real file field, large enough for a thumb; the keyboard and screen readers know what it is. */
export function FileChoice({ take, isOver, error, input }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  return (
    <div className="drop" data-over={isOver || undefined}>
      <label className="drop-label">
        <Text component="span" fw={600} display="block">
          {t('submit.choose')}
        </Text>
        <input
          ref={input}
          type="file"
          multiple
          aria-describedby={hint}
          aria-invalid={error !== undefined}
          onChange={({ currentTarget }) => {
            take(chosenOf(currentTarget.files ?? []));
            // So that the same file can be chosen again after it was changed.
            currentTarget.value = '';
          }}
        />
      </label>
      <Text size="sm" id={hint}>
        {error ?? (isOver ? t('submit.drop') : t('submit.intro'))}
      </Text>
    </div>
  );
}
