import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { WishFields } from '../../../parts/wishes/wish-fields';
import { instantOf, typedOf, type Wishes } from '../../../parts/wishes/wishes';
import { type Changes, choicesTouch } from './use-scope';

interface Props {
  readonly job: Job;
  readonly change: (changes: Changes) => Promise<void>;
  readonly close: () => void;
}

type Typed = Record<'readyBy' | 'colour' | 'tags', string> & { readonly needsMaker: boolean };
const wishesOf = ({ tags, ...others }: Typed): Wishes => ({ ...others, tags: JSON.parse(tags) as string[] });
/** A form keeps texts and ticks only. */
const typedIn = ({ tags, ...others }: Partial<Wishes>): Partial<Typed> => ({
  ...others,
  ...(tags && { tags: JSON.stringify(tags) }),
});

/** What a maker wants of a print while it waits. What was typed stays when another person changed the print meanwhile. */
export function ChoicesForm({ job, change, close }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { readyBy, needsMaker, colour, tags, dueIsFirm } = job.queue;
  const initial: Typed = {
    ...{ readyBy: typedOf(readyBy), needsMaker, colour: colour ?? '', tags: JSON.stringify(tags) },
  };
  const send = (typed: Typed) => {
    const wishes = wishesOf(typed);
    return change({
      ...{ needsMaker: wishes.needsMaker, colour: wishes.colour || null, tags: [...wishes.tags] },
      ...(!dueIsFirm && typed.readyBy !== initial.readyBy && { readyBy: instantOf(wishes.readyBy) }),
    });
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={choicesTouch}
      onDone={() => {
        close();
        toast(t('choices.saved'));
      }}
      onCancel={close}
      submit={t('choices.save')}
    >
      {({ values, set, problem }) => (
        <>
          <WishFields
            labId={job.labId}
            material={job.material ?? ''}
            wishes={wishesOf(values)}
            change={(wishes) => set(typedIn(wishes))}
            isFirm={dueIsFirm}
          />
          {problem?.code.includes('CHANGED') && <Text size="sm">{t('choices.changed')}</Text>}
        </>
      )}
    </Form>
  );
}
