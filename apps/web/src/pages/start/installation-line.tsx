import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { keepChoices, readChoices } from './choices';
import { countDone, isFinished, STEPS } from './steps';
import { en, fr } from './words';
import './start.css';

addWords('start', { fr, en });

const A_MINUTE = 60_000;

/** On the wall, for administrators: how far the installation is, until it is done or not wanted any more. */
export default function InstallationLine() {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(() => readChoices());
  const { data } = useQuery({
    ...get('/api/v1/installation'),
    staleTime: A_MINUTE,
    enabled: !choices.isHidden,
  });
  if (!data || choices.isHidden || isFinished(data, choices.later)) return null;
  const hide = () => {
    const now = { ...choices, isHidden: true };
    keepChoices(now);
    setChoices(now);
  };
  return (
    <p className="start-line">
      {t('start.line', { done: countDone(data), total: STEPS.length })}
      <Anchor component={Link} to="/start">
        {t('start.goOn')}
      </Anchor>
      <button type="button" className="link-button" onClick={hide}>
        {t('start.hide')}
      </button>
    </p>
  );
}
