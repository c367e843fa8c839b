import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Nearer to the end than this is at the end: half a line. */
const NEAR_PX = 8;

/** Lines of a console, the newest at the bottom; whoever scrolled up to read is left where they are. */
export function ConsoleLines({ lines, isLost = false }: { lines: readonly string[]; isLost?: boolean }) {
  const { t } = useTranslation();
  const block = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  const text = lines.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines: their end is what is looked for
  useEffect(() => {
    if (block.current && isAtEnd.current) block.current.scrollTop = block.current.scrollHeight;
  }, [text]);
  return (
    <section
      ref={block}
      className="console"
      data-lost={isLost || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={t('machine.console.lines')}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      }}
    >
      <pre>{text}</pre>
    </section>
  );
}
