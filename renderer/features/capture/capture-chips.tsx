import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { honorifics } from '@shared/domain/person/schema';
import classes from './capture.module.css';
import { captureFields } from './fields';
import type { CaptureField } from './fields';
import type { Capture } from './use-capture';

/** What was understood of the line, each part under its name and open to be put right. */
export function CaptureChips({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation('capture');
  return (
    <fieldset className={classes.chips} aria-label={t('fields')}>
      {captureFields.map((field) => (
        <Chip key={field} field={field} capture={capture} />
      ))}
    </fieldset>
  );
}

function Chip({ field, capture }: { readonly field: CaptureField; readonly capture: Capture }) {
  const { t } = useTranslation(['capture', 'terms']);
  const id = useId();
  const text = capture.texts[field];
  const isFilled = field === 'honorific' ? text !== 'none' : text !== '';
  return (
    <div className={classes.chip} data-field={field} data-filled={isFilled || undefined}>
      <label htmlFor={id}>{t(`capture:field.${field}`)}</label>
      {field === 'honorific' ? (
        <select id={id} value={text} onChange={(event) => capture.setText(field, event.currentTarget.value)}>
          {honorifics.map((honorific) => (
            <option key={honorific} value={honorific}>
              {honorific === 'none' ? '–' : t(`terms:honorific.${honorific}`)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => capture.setText(field, event.currentTarget.value)}
        />
      )}
      {field === 'organisation' && <OrganisationHint capture={capture} />}
    </div>
  );
}

/** Before it is saved it is said whether an organisation will be made. */
function OrganisationHint({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation('capture');
  const { organisation, isOfMeeting, texts } = capture;
  if (organisation.kind === 'none') return null;
  const words =
    organisation.kind === 'new'
      ? t('organisation.new')
      : isOfMeeting
        ? t('organisation.fromMeeting')
        : t('organisation.known', { name: organisation.name });
  const isSaidAlready = organisation.kind === 'known' && !isOfMeeting && organisation.name === texts.organisation;
  return (
    <small className={classes.hint} data-new={organisation.kind === 'new' || undefined} role="status">
      {isSaidAlready ? t('organisation.knownSo') : words}
    </small>
  );
}
