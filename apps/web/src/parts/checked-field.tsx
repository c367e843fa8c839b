import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addWords } from '../i18n/add-words';
import { type CheckedNumber, checkNumber } from './check-number';
import { en, fr } from './check-words';

addWords('check', { fr, en });

interface Props extends TextInputProps {
  readonly number: CheckedNumber;
  readonly value: string;
}

/**
 * A field for a number with check digits: it says whether the number is right while a person types, and what is wrong
 * once the number is long enough or the field is left. An error of the server is shown first.
 */
export function CheckedField({ number, value, error, description, ...rest }: Props) {
  const { t } = useTranslation();
  const [wasLeft, setLeft] = useState(false);
  const result = checkNumber(number, value);
  const isWrong = result === 'wrong' || (result === 'short' && wasLeft);
  return (
    <TextInput
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      {...rest}
      value={value}
      error={error ?? (isWrong ? t(`check.wrong.${number}`) : undefined)}
      description={result === 'right' ? <span className="good-word">✓ {t('check.right')}</span> : description}
      onFocus={() => setLeft(false)}
      onBlur={() => setLeft(true)}
    />
  );
}
