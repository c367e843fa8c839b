import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { countryChoices } from './countries';

interface Props extends Omit<NativeSelectProps, 'data'> {
  /** Its code of two letters. */
  readonly value: string;
}

/** The choice of a country by its name. */
export function CountryField(props: Props) {
  const { value } = props;
  const data = useMemo(() => countryChoices(value), [value]);
  return <NativeSelect {...props} data={data} />;
}
