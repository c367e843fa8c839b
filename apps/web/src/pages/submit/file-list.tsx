import { Text, Title } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionRequest, Upload } from './queries';
import { SendingItem } from './sending-item';
import type { Sending } from './sendings';
import { UploadCard } from './upload-card';
import type { Failure } from './use-submit';

interface Props {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly items: readonly Sending[];
  readonly uploads: readonly Upload[];
  readonly failures: readonly Failure[];
  readonly asked: {
    readonly requestFor: (upload: Upload) => SubmissionRequest;
    readonly decide: (upload: Upload, insteadOf: string) => void;
  };
  readonly isPicked: (upload: Upload) => boolean;
  readonly pick: (upload: Upload, isPicked: boolean) => void;
  readonly onGone: () => void;
}

/** The files being sent, and those that wait to be submitted. */
export function FileList({ heading, items, uploads, failures, asked, isPicked, pick, onGone }: Props) {
  const { t } = useTranslation();
  if (items.length + uploads.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs" ref={heading} tabIndex={-1}>
        {t('submit.chosen')}
      </Title>
      <ul className="uploads">
        {items.map((sending) => (
          <SendingItem key={sending.id} sending={sending} onGone={onGone} />
        ))}
        {uploads.map((upload) => (
          <UploadCard
            key={upload.id}
            upload={upload}
            request={asked.requestFor(upload)}
            decide={(insteadOf) => asked.decide(upload, insteadOf)}
            error={failures.find(({ upload: { id } }) => id === upload.id)?.error}
            isOpen={uploads.length === 1}
            isPicked={isPicked(upload)}
            pick={(isWanted) => pick(upload, isWanted)}
            onGone={onGone}
          />
        ))}
      </ul>
      {uploads.length > 0 && (
        <Text size="sm" mt="xs">
          {t('submit.keptFor')}
        </Text>
      )}
    </section>
  );
}
