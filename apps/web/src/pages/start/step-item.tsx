import { Button } from '@mantine/core';
import { type ComponentType, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PageIcon } from '../../design/page-icon';
import { ComputerStep } from './computer-step';
import { LabStep } from './lab-step';
import { MachineStep } from './machine-step';
import { MemberStep } from './member-step';
import { PrintStep } from './print-step';
import { SellerStep } from './seller-step';
import { SpoolStep } from './spool-step';
import type { Step } from './steps';

const CONTENTS: Readonly<Record<Step, ComponentType>> = {
  lab: LabStep,
  computer: ComputerStep,
  machine: MachineStep,
  spool: SpoolStep,
  seller: SellerStep,
  member: MemberStep,
  print: PrintStep,
};

/** The id of the button that opens a step. */
export const headOf = (step: Step): string => `step-${step}`;

interface Props {
  readonly step: Step;
  readonly number: number;
  readonly isDone: boolean;
  /** The person has put it off. */
  readonly isLater: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Opens the next step that is to be done; absent when there is none. */
  readonly onNext?: (() => void) | undefined;
  /** Puts it off; absent for a step on which others depend. */
  readonly onLater?: (() => void) | undefined;
}

/** One step: whether it is done, and how to do it. */
export function StepItem({ step, number, isDone, isLater, isOpen, onToggle, onNext, onLater }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const Content = CONTENTS[step];
  const state = isDone ? 'done' : isLater ? 'later' : 'missing';
  return (
    <li className="step" data-state={state} data-open={isOpen || undefined}>
      <h2>
        <button
          type="button"
          id={headOf(step)}
          className="step-head"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <span className="step-mark" aria-hidden>
            {isDone ? <PageIcon name="circle-check" /> : number}
          </span>
          <span className="step-title">{t(`start.${step}.title`)}</span>
          <span className="step-state">{t(`start.state.${state}`)}</span>
          <PageIcon name={isOpen ? 'chevron-up' : 'chevron-down'} />
        </button>
      </h2>
      <div id={id} className="step-content" hidden={!isOpen}>
        {isOpen && (
          <>
            <p className="step-about">{t(`start.${step}.about`)}</p>
            <Content />
            {onNext && isDone && (
              <Button className="touch step-act" onClick={onNext}>
                {t('start.next')}
              </Button>
            )}
            {onLater && !isDone && !isLater && (
              <Button variant="subtle" className="touch step-later" onClick={onLater}>
                {t('start.later')}
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}
