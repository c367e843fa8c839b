import { Button, Card, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../design/icon';
import { ICON_PATHS } from '../../design/icon-paths';
import { addWords } from '../../i18n/add-words';
import { Button as LightButton } from '../../parts/button';
import { DialogButton } from '../../parts/dialog-button';
import { Empty } from '../../parts/empty';
import { Notice } from '../../parts/notice';
import { DANGER } from '../../parts/once-more';
import { Page } from '../../parts/page';
import { StateBadge } from '../../parts/state-badge';
import { SHOWN_STATES } from '../wall/state';
import { StateMark } from '../wall/state-mark';
import { Part } from './part';
import { SampleForm, SampleTable, SampleToasts } from './samples';
import { en, fr } from './words';
import '../wall/wall.css';
import './design.css';

addWords('design', { fr, en });

/** Names of design/tokens.css: a surface, and the text that stands on it. */
const SURFACES = [
  ['page', 'ink'],
  ['card', 'ink'],
  ['sunk', 'ink'],
  ['card', 'soft'],
  ['fill', 'on-fill'],
  ['accent-soft', 'accent'],
] as const;
const TONES = ['good', 'busy', 'wait', 'bad', 'off'] as const;
const SIZES = ['xs', 'sm', 'md', 'lg', 'xl', '2xl'] as const;

/** Every part of which the pages are made, so that a change of one is seen at once. */
export default function DesignPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('design.title')}>
      <Text className="quiet">{t('design.intro')}</Text>
      <Colours />
      <Part title={t('design.states')}>
        <Text className="quiet">{t('design.statesHelp')}</Text>
        <ul className="wall">
          {SHOWN_STATES.map((state) => (
            <li key={state} className="machine-card" data-state={state}>
              <StateMark state={state} reported={undefined} />
            </li>
          ))}
        </ul>
        <Group gap="xs">
          {(['good', 'soon', 'bad', 'neutral'] as const).map((tone) => (
            <StateBadge key={tone} tone={tone}>
              {t(`design.tone.${tone}`)}
            </StateBadge>
          ))}
        </Group>
      </Part>
      <Part title={t('design.type')}>
        <div className="type-sheet">
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: `var(--text-${size})` }}>
              {t('design.sample')}
            </p>
          ))}
        </div>
      </Part>
      <Part title={t('design.icons')}>
        <ul className="icon-sheet">
          {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
            <li key={name}>
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Part>
      <Controls />
      <SampleForm />
      <SampleTable />
      <SampleToasts />
      <Part title={t('design.coming')}>
        <div className="skeleton skeleton-title" />
        <div className="skeleton" />
      </Part>
      <Part title={t('design.messages')}>
        <Notice title={t('design.warn')} />
        <Notice tone="bad" title={t('design.bad')}>
          {t('design.cure')}
        </Notice>
        <Empty title={t('design.empty')}>
          <p>{t('design.emptyCure')}</p>
        </Empty>
      </Part>
    </Page>
  );
}

function Colours() {
  const { t } = useTranslation();
  const swatch = (ground: string, ink: string) => (
    <li
      key={`${ground} ${ink}`}
      className="swatch"
      style={{ background: `var(--${ground})`, color: `var(--${ink})` }}
    >
      {ink} / {ground}
    </li>
  );
  return (
    <Part title={t('design.colours')}>
      <ul className="swatches" aria-label={t('design.surfaces')}>
        {SURFACES.map(([ground, ink]) => swatch(ground, ink))}
        {TONES.map((tone) => swatch(`${tone}-soft`, tone))}
      </ul>
    </Part>
  );
}

function Controls() {
  const { t } = useTranslation();
  return (
    <>
      <Part title={t('design.buttons')}>
        <Group>
          <Button className="touch">{t('design.main')}</Button>
          <Button className="touch" variant="default">
            {t('design.other')}
          </Button>
          <Button className="touch" color={DANGER}>
            {t('design.grave')}
          </Button>
          <Button className="touch" loading aria-label={t('design.waiting')} />
          <Button className="touch" disabled>
            {t('design.off')}
          </Button>
          <DialogButton label={t('design.dialog')}>
            {(close) => (
              <Stack>
                <Text>{t('design.dialogText')}</Text>
                <Button className="touch" onClick={close} ml="auto">
                  {t('common.close')}
                </Button>
              </Stack>
            )}
          </DialogButton>
        </Group>
        <Text className="quiet">{t('design.light')}</Text>
        <div className="row">
          <LightButton look="main">{t('design.main')}</LightButton>
          <LightButton>{t('design.other')}</LightButton>
          <LightButton look="grave">{t('design.grave')}</LightButton>
        </div>
      </Part>
      <Part title={t('design.forms')}>
        <Card withBorder className="design-fields">
          <Stack>
            <TextInput label={t('design.field')} description={t('design.fieldHelp')} />
            <TextInput label={t('design.field')} error={t('design.fieldWrong')} defaultValue="S1" />
            <NativeSelect label={t('design.choice')} data={['PLA', 'PETG', 'TPU']} />
            <Checkbox label={t('design.check')} />
          </Stack>
        </Card>
      </Part>
    </>
  );
}
