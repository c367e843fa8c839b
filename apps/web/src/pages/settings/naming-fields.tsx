import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../parts/form/form';
import { codeOf } from './code-of';

/** What names a thing in both languages, and its code, which never changes. */
type Naming = { readonly nameFr: string; readonly nameEn: string; readonly code: string };

interface Props {
  readonly field: Fields<Naming>['field'];
  /** As typed: the code is formed from it. */
  readonly nameFr: string;
  /** Only a new thing can still get a code. */
  readonly isNew: boolean;
}

/** The names of a category or of a machine kind, and the code of a new one. */
export function NamingFields({ field, nameFr, isNew }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput {...field('nameFr')} label={t('settings.nameFr')} required maxLength={80} data-autofocus />
      <TextInput {...field('nameEn')} label={t('settings.nameEn')} required maxLength={80} />
      {isNew && (
        <TextInput
          {...field('code')}
          label={t('settings.code')}
          description={t('settings.codeHelp')}
          placeholder={codeOf(nameFr)}
          maxLength={40}
        />
      )}
    </>
  );
}
