import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Something to hand over. Where the browser refuses to copy (no HTTPS), the text is selected, to be copied by hand. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      field.current?.focus();
    }
  };
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        ref={field}
        label={label}
        value={text}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        flex={1}
        miw={0}
      />
      <Button variant="default" onClick={copy} flex="0 0 auto">
        <span aria-live="polite">{copied ? `✓ ${t('common.copied')}` : t('common.copy')}</span>
      </Button>
    </Group>
  );
}
