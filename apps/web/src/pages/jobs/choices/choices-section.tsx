import './choices.css';
import { Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { ActButton } from '../../../parts/act-button';
import { DialogButton } from '../../../parts/dialog-button';
import { useToast } from '../../../parts/toasts/use-toast';
import { Section } from '../section';
import { ChoicesForm } from './choices-form';
import { ChosenFacts } from './chosen-facts';
import { Decisions } from './decisions';
import { HereButton } from './here-button';
import { choicesTouch, useScope } from './use-scope';
import { en, fr } from './words';

addWords('choices', { fr, en });

/** While a print waits: what its maker chose and may change, and what the staff decided. For its maker only. */
export function ChoicesSection({ job }: { job: Job }) {
  const me = useMe();
  if (job.memberId !== me.member.id || (job.state !== 'queued' && job.state !== 'analysing')) return null;
  return <Choices job={job} />;
}

function Choices({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { waiting, isForAll, setForAll, change } = useScope(job);
  return (
    <Section title={t('choices.title')}>
      <Decisions queue={job.queue} />
      <HereButton job={job} />
      <ChosenFacts job={job} />
      {waiting > 1 && (
        <Checkbox
          size="md"
          label={t('choices.forAll', { count: waiting })}
          checked={isForAll}
          onChange={({ currentTarget }) => setForAll(currentTarget.checked)}
        />
      )}
      <Group align="flex-start">
        <DialogButton label={t('choices.change')}>
          {(close) => <ChoicesForm job={job} change={change} close={close} />}
        </DialogButton>
        <Hold job={job} change={change} />
      </Group>
      {!job.queue.held && <Text size="sm">{t('choices.holdText')}</Text>}
    </Section>
  );
}

type HoldProps = Pick<ReturnType<typeof useScope>, 'change'> & { readonly job: Job };

/** What staff hold, only they release. */
function Hold({ job: { queue }, change }: HoldProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const { held } = queue;
  if (held?.by === 'staff') return null;
  return (
    <ActButton
      key={held ? 'release' : 'hold'}
      label={t(held ? 'choices.release' : 'choices.hold')}
      act={() => change({ hold: held ? null : { reason: null } })}
      touches={choicesTouch}
      onDone={() => toast(t(held ? 'choices.released' : 'choices.held'))}
    />
  );
}
