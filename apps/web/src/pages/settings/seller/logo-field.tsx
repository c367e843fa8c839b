import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import type { FieldsProps } from './text-field';

/** Where the picture of a logo is read. */
export const logoAddress = (sha256: string): string => `/api/v1/settings/seller/logo/${sha256}`;

function sendLogo(file: File) {
  const form = new FormData();
  form.set('file', file);
  return content(
    api.POST('/api/v1/settings/seller/logo', { body: { file: file.name }, bodySerializer: () => form }),
  );
}

/** The logo on documents: a picture is sent at once, and is on documents when the settings are saved. */
export function LogoField({ fields: { values, set } }: FieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const sending = useChange(sendLogo, [], ({ sha256 }) => set({ logoSha256: sha256 }));
  const { logoSha256 } = values;
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.logo.title')}</legend>
      {logoSha256 && (
        <div className="seller-logo">
          <img src={logoAddress(logoSha256)} alt={t('seller.logo.alt')} />
          <Button variant="default" className="touch" onClick={() => set({ logoSha256: '' })}>
            {t('seller.logo.remove')}
          </Button>
        </div>
      )}
      <div>
        <input
          type="file"
          id={id}
          className="sr-only seller-file"
          accept="image/png,image/jpeg"
          aria-describedby={`${id}-help`}
          disabled={sending.isPending}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) sending.mutate(file);
            // Reset, so that the same file can be chosen again after it was changed.
            currentTarget.value = '';
          }}
        />
        <label htmlFor={id} className="button">
          {t(logoSha256 ? 'seller.logo.replace' : 'seller.logo.choose')}
        </label>
        <p className="quiet seller-help" id={`${id}-help`}>
          {t('seller.logo.help')}
        </p>
      </div>
      {sending.isError && <ProblemAlert error={sending.error} />}
    </fieldset>
  );
}
