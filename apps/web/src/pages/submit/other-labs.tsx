import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';

interface Props {
  readonly value: readonly string[];
  readonly change: (labIds: string[]) => void;
}

/** The labs beside the chosen one that may print the files; nothing where there is no other lab. */
export function OtherLabs({ value, change }: Props) {
  const { t } = useTranslation();
  const { labs, lab } = useLab();
  const others = labs.filter(({ id }) => id !== lab?.id);
  if (others.length === 0) return null;
  return (
    <Checkbox.Group
      size="md"
      label={t('submit.otherLabs')}
      description={t('submit.otherLabsHint')}
      value={[...value]}
      onChange={change}
    >
      <Stack gap="xs" mt="xs">
        {others.map(({ id, name }) => (
          <Checkbox key={id} size="md" value={id} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
