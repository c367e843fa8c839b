import { Button, Group, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const ONE_LINE = 30;
/** Characters of a link in one line on a phone, next to the button. */
const PER_LINE = 20;

/** A text to copy, shown completely. If the browser refuses to copy (no HTTPS), it is selected, to copy it by hand. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
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
      <Textarea
        ref={field}
        label={label}
        value={text}
        readOnly
        rows={text.length > ONE_LINE ? Math.ceil(text.length / PER_LINE) : 1}
        onFocus={(event) => event.currentTarget.select()}
        flex={1}
        miw={0}
      />
      <Button variant="default" className="touch" onClick={copy} flex="0 0 auto">
        <span aria-live="polite">{copied ? `✓ ${t('common.copied')}` : t('common.copy')}</span>
      </Button>
    </Group>
  );
}
