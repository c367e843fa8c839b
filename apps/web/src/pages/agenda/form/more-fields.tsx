import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import type { Fields } from '../../../parts/form/form';
import { useKinds } from '../../members/kinds';
import { nameIn } from '../../settings/name-in';
import { type Thing, useOrganisations, usePartners, usePrestations, useProjects } from './choices';
import type { Typed } from './typed';

const NAMES = [
  ...(['description', 'organisationId', 'projectId', 'prestationId'] as const),
  ...(['inductionKind', 'price', 'cancelHours'] as const),
];

/** What fewer sessions need. It opens by itself where the server has something to say about it. */
export function MoreFields({ fields, labId }: { fields: Fields<Typed>; labId: string }) {
  const { t } = useTranslation();
  const { field, values } = fields;
  const { all: kinds } = useKinds();
  const isWrong = NAMES.some((name) => field(name).error);
  return (
    <details className="agenda-more" open={isWrong || values.audience !== 'everyone' || undefined}>
      <summary>{t('agenda.form.more')}</summary>
      <div className="agenda-dialog">
        <LinkFields fields={fields} labId={labId} />
        <NativeSelect
          {...field('inductionKind')}
          label={t('agenda.form.induction')}
          description={t('agenda.form.inductionHelp')}
          data={[
            { value: '', label: t('agenda.form.noInduction') },
            ...kinds.map((kind) => ({ value: kind.code, label: nameIn(kind) })),
          ]}
        />
        <div className="agenda-trio">
          <TextInput
            {...field('price')}
            inputMode="decimal"
            label={t('agenda.form.price')}
            description={t('agenda.form.priceHelp')}
            required
          />
          <NumberInput
            {...field('cancelHours')}
            label={t('agenda.form.cancelHours')}
            description={t('agenda.form.cancelHoursHelp')}
            {...{ min: 0, max: 720, hideControls: true, allowDecimal: false, required: true }}
          />
        </div>
        <Textarea
          {...field('description')}
          label={t('agenda.form.description')}
          description={t('agenda.form.descriptionHelp')}
          autosize
          minRows={2}
          maxLength={2000}
        />
      </div>
    </details>
  );
}

/** A school or another body, a project, and the client order that pays. */
function LinkFields({ fields, labId }: { fields: Fields<Typed>; labId: string }) {
  const { t } = useTranslation();
  const partners = usePartners();
  const clients = useOrganisations();
  const projects = useProjects(labId);
  const prestations = usePrestations();
  const maySell = holds(useMe(), 'billing', 'administrator');
  const known = new Set(partners.map(({ organisationId }) => organisationId));
  const bodies: Thing[] = [
    ...partners.map(({ organisationId, name }) => ({ id: organisationId, name })),
    ...clients.filter(({ id }) => !known.has(id)),
  ];
  return (
    <>
      <Link fields={fields} name="organisationId" help={t('agenda.form.organisationHelp')} things={bodies} />
      <Link fields={fields} name="projectId" things={projects} />
      {(maySell || fields.values.prestationId !== '') && (
        <Link
          fields={fields}
          name="prestationId"
          help={t('agenda.form.prestationHelp')}
          things={prestations}
        />
      )}
    </>
  );
}

interface LinkProps {
  readonly fields: Fields<Typed>;
  readonly name: 'organisationId' | 'projectId' | 'prestationId';
  readonly help?: string;
  readonly things: readonly Thing[];
}

function Link({ fields: { field, values }, name, help, things }: LinkProps) {
  const { t } = useTranslation();
  const chosen = values[name];
  const isUnknown = chosen !== '' && !things.some(({ id }) => id === chosen);
  return (
    <NativeSelect
      {...field(name)}
      label={t(`agenda.form.${name}`)}
      description={help}
      data={[
        { value: '', label: t('agenda.form.none') },
        // Its name is for other roles, or is far down in a long list: the choice is kept.
        ...(isUnknown ? [{ value: chosen, label: t('agenda.form.kept') }] : []),
        ...things.map(({ id, name: label }) => ({ value: id, label })),
      ]}
    />
  );
}
