import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { ProblemAlert } from '../../parts/problem-alert';
import type { MadeToken } from './parts-of-address';

interface Props {
  readonly name: string;
  readonly onMade: (made: MadeToken) => void;
}

/** Makes a token that can only send files and follow one's own prints. */
export function TokenMaker({ name, onMade }: Props) {
  const { t } = useTranslation();
  const body = { name, scopes: ['slicer' as const], expiresAt: null };
  const make = useChange(() => content(api.POST('/api/v1/tokens', { body })), ['/api/v1/tokens'], onMade);
  return (
    <>
      <Button look="main" isBusy={make.isPending} onClick={() => make.mutate()}>
        {t('slicers.makeToken')}
      </Button>
      <span className="quiet entry-help">{t('slicers.tokenHelp')}</span>
      {make.isError && <ProblemAlert error={make.error} />}
    </>
  );
}
