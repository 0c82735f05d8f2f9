import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../lib/ipc';
import { Section } from '../../ui/section';
import { ConnectForm } from './connect-form';
import { Joined } from './joined';
import classes from './sync.module.css';
import { WhatToKnow } from './what-to-know';

/** Meeting colleagues through the office's server: setting it up, how it stands, and what wants a person. */
export function Colleagues() {
  const { t } = useTranslation('sync');
  const { data } = useAsk('sync:state', {});
  const [isChanging, setChanging] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  if (data === undefined) return null;
  const { server } = data;
  // The form goes and takes the focus with it; it stays in this section.
  const end = (): void => {
    setChanging(false);
    top.current?.focus();
  };
  return (
    <Section title={t('title')} frame="flush">
      <div ref={top} tabIndex={-1} className={classes.top}>
        {server === null && <ConnectForm onConnected={end} />}
        {server !== null && <Joined state={data} server={server} onChange={() => setChanging(true)} onSignedIn={end} />}
        {server !== null && isChanging && <ConnectForm known={server} onConnected={end} onCancel={end} />}
        <WhatToKnow />
      </div>
    </Section>
  );
}
