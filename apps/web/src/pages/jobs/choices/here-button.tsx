import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import type { Job } from '../../../api/queries';
import { ActButton } from '../../../parts/act-button';
import { formatHour } from '../../../parts/format';
import { useToast } from '../../../parts/toasts/use-toast';
import { choicesTouch } from './use-scope';

/** For a print that needs its maker: they say that they are in the lab. Wide on a phone, to be hit while standing. */
export function HereButton({ job: { id, queue } }: { job: Job }) {
  const { t } = useTranslation();
  const toast = useToast();
  if (!queue.needsMaker) return null;
  const until = queue.makerHereUntil;
  const isHere = until !== null && Date.parse(until) > Date.now();
  return (
    <div className="here">
      <Text>
        {isHere ? t('choices.hereUntil', { hour: formatHour(until, Date.now()) }) : t('choices.hereText')}
      </Text>
      <ActButton
        label={t(isHere ? 'choices.hereAgain' : 'choices.here')}
        act={() => content(api.POST('/api/v1/jobs/{id}/here', { params: { path: { id } } }))}
        touches={choicesTouch}
        onDone={() => toast(t('choices.hereDone'))}
        variant={isHere ? 'default' : 'filled'}
        size="lg"
      />
    </div>
  );
}
