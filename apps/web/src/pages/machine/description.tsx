import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { Facts } from './facts';
import { MachineForm } from './machine-form';
import { Section } from './section';

/** The machine's description and limits, with a form for lab staff to change them. */
export function Description({ machine, isStaff }: { machine: Machine; isStaff: boolean }) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) opener.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return (
    <Section title={t('machine.facts.title')}>
      {isEditing ? (
        <MachineForm machine={machine} onClose={() => setIsEditing(false)} />
      ) : (
        <>
          <Facts machine={machine} isStaff={isStaff} />
          {isStaff && (
            <Button ref={opener} size="md" variant="default" onClick={() => setIsEditing(true)}>
              {t('machine.facts.edit')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}
