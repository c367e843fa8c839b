import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';
import { RATES } from './defaults';

/** A VAT rate in per cent, with the usual ones as suggestions. */
export function RateField(props: TextInputProps) {
  const id = useId();
  return (
    <>
      <TextInput inputMode="decimal" required maxLength={6} autoComplete="off" list={id} {...props} />
      <datalist id={id}>
        {RATES.map((rate) => (
          <option key={rate} value={rate} />
        ))}
      </datalist>
    </>
  );
}
