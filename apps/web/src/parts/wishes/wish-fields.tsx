import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { formatHour } from '../format';
import { ColourChoice } from './colour-choice';
import { tagsQuery } from './queries';
import { instantOf, typedOf, type Wishes } from './wishes';
import { en, fr } from './words';

addWords('wishes', { fr, en });

interface Props {
  readonly labId: string;
  /** Colours of this material are offered; empty: of all. */
  readonly material: string;
  readonly wishes: Wishes;
  readonly change: (wishes: Partial<Wishes>) => void;
  /** True: staff confirmed the hour, and only they change it. */
  readonly isFirm?: boolean;
}

/** When it should be ready, whether its maker has to be there, its colour, and what the machine must have. */
export function WishFields({ labId, material, wishes, change, isFirm = false }: Props) {
  const { t } = useTranslation();
  const by = instantOf(wishes.readyBy);
  const hint = t(isFirm ? 'wishes.readyByFirm' : 'wishes.readyByHint');
  const words = by && t('wishes.readyByIs', { hour: formatHour(by, Date.now()) });
  return (
    <div className="wishes">
      <TextInput
        size="md"
        type="datetime-local"
        label={t('wishes.readyBy')}
        description={[words, hint].filter(Boolean).join(' ')}
        min={typedOf(new Date().toISOString())}
        disabled={isFirm}
        value={wishes.readyBy}
        onChange={({ currentTarget }) => change({ readyBy: currentTarget.value })}
      />
      <Checkbox
        size="md"
        label={t('wishes.needsMaker')}
        description={t('wishes.needsMakerHint')}
        checked={wishes.needsMaker}
        onChange={({ currentTarget }) => change({ needsMaker: currentTarget.checked })}
      />
      <ColourChoice
        labId={labId}
        material={material}
        value={wishes.colour}
        change={(colour) => change({ colour })}
      />
      <TagChoice labId={labId} value={wishes.tags} change={(tags) => change({ tags })} />
    </div>
  );
}

interface TagProps {
  readonly labId: string;
  readonly value: readonly string[];
  readonly change: (tags: string[]) => void;
}

/** The words of the lab's machines, and those that were chosen before; renders nothing where there are none. */
function TagChoice({ labId, value, change }: TagProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(tagsQuery(labId));
  const tags = [...new Set([...data, ...value])];
  if (tags.length === 0) return null;
  return (
    <Checkbox.Group
      size="md"
      label={t('wishes.tags')}
      description={t('wishes.tagsHint')}
      value={[...value]}
      onChange={change}
    >
      {tags.map((tag) => (
        <Checkbox key={tag} size="md" mt="xs" value={tag} label={tag} />
      ))}
    </Checkbox.Group>
  );
}
