import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLab } from '../../frame/lab-choice';
import { FirstLab } from './other-pages';

/** The first lab, with its time zone. */
export function LabStep() {
  const { t } = useTranslation();
  const { labs } = useLab();
  if (labs.length === 0)
    return (
      <div>
        <FirstLab />
      </div>
    );
  return (
    <>
      <ul className="start-list">
        {labs.map(({ id, name, timeZone }) => (
          <li key={id} className="typed">
            {name} <span className="quiet">{timeZone}</span>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to="/settings/labs">
        {t('start.lab.more')}
      </Anchor>
    </>
  );
}
