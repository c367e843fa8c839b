import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../parts/notice';
import type { Preview, SubmissionRequest } from './queries';

interface Props {
  readonly preview: Preview;
  readonly request: SubmissionRequest;
  /** @param insteadOf the material that the file is made for; empty: the decision is withdrawn */
  readonly decide: (insteadOf: string) => void;
}

/** A note when the file's material differs from the requested one, or is not loaded on any machine. */
export function MaterialNote({ preview, request, decide }: Props) {
  const { t } = useTranslation();
  const { fileMaterial: file, materials, isUndecided } = preview;
  const { material, insteadOf } = request;
  if (file === null) return null;
  if (isUndecided || insteadOf)
    return (
      <Notice tone={isUndecided ? 'bad' : 'warn'} title={t('submit.other.title', { file, material })}>
        <Text size="sm">{t('submit.other.what', { file, material })}</Text>
        <Checkbox
          mt="xs"
          size="md"
          label={t('submit.other.decide', { material })}
          checked={insteadOf !== ''}
          onChange={({ currentTarget }) => decide(currentTarget.checked ? file : '')}
        />
      </Notice>
    );
  if (material || materials.some(({ loaded, fitsFile }) => loaded && fitsFile)) return null;
  const isInStock = materials.some(({ fitsFile }) => fitsFile);
  return (
    <Notice title={t('submit.notLoaded.title', { file })}>
      <Text size="sm">{t(isInStock ? 'submit.notLoaded.inStock' : 'submit.notLoaded.absent', { file })}</Text>
    </Notice>
  );
}
