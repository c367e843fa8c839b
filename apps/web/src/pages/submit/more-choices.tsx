import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatHour } from '../../parts/format';
import { WishFields } from '../../parts/wishes/wish-fields';
import { instantOf, type Wishes } from '../../parts/wishes/wishes';

/** Choices that few prints need, folded; what was chosen is said on the fold. */
export function MoreChoices(fields: ComponentProps<typeof WishFields>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="wishes-head">
        {t('submit.more.title')}
        <Text size="sm">{gistOf(fields.wishes, t) || t('submit.more.none')}</Text>
      </summary>
      {isOpen && <WishFields {...fields} />}
    </details>
  );
}

function gistOf({ readyBy, needsMaker, colour, tags }: Wishes, t: TFunction): string {
  const by = instantOf(readyBy);
  const parts = [
    by && t('submit.more.by', { hour: formatHour(by, Date.now()) }),
    needsMaker && t('submit.more.here'),
    colour,
    ...tags,
  ];
  return parts.filter(Boolean).join(', ');
}
