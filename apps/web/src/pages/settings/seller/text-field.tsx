import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import type { Values } from './values';

/** What the parts of the form get. */
export interface FieldsProps {
  readonly fields: Fields<Values>;
}

type TextName = { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values];

interface Props extends FieldsProps, Omit<TextInputProps, 'name'> {
  readonly name: TextName;
}

/** A text of the seller; its label is the words of its name. */
export function TextField({ fields, name, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...fields.field(name)}
      label={t(`seller.field.${name}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...rest}
    />
  );
}
