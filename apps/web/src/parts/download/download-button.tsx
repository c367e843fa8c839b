import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { PageIcon } from '../../design/page-icon';
import { ProblemAlert } from '../problem-alert';
import { fetchFile, saveFile } from './fetch-file';

interface Props {
  readonly href: string;
  readonly label: string;
  /** For those who do not see what the button stands beside. */
  readonly name?: string;
}

/** Downloads a file. A refusal is shown under the button, and no file is saved. */
export function DownloadButton({ href, label, name }: Props) {
  const download = useMutation({ mutationFn: async () => saveFile(await fetchFile(href)) });
  return (
    <>
      <Button
        variant="default"
        className="touch"
        leftSection={<PageIcon name="download" />}
        aria-label={name}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {label}
      </Button>
      {download.isError && <ProblemAlert error={download.error} />}
    </>
  );
}
