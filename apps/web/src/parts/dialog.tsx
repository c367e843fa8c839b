import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size?: string;
  readonly children: ReactNode;
}

/** A dialog with a name and a way out; on a phone it takes the whole screen. What was typed goes when it is closed. */
export function Dialog({ title, opened, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery('(max-width: 36em)');
  return (
    <Modal
      title={title}
      opened={opened}
      onClose={onClose}
      size={size}
      fullScreen={isPhone === true}
      closeOnClickOutside={false}
      // Its title's line is no header of the page.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t('common.close'), size: 'lg' }}
    >
      {children}
    </Modal>
  );
}
