import { ActionIcon, CopyButton, Text, Tooltip } from '@mantine/core';
import { IconBrandWechat, IconCheck, IconCopy, IconMail, IconPhone } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@shared/domain/person/schema';
import classes from './contact-lines.module.css';

type Reachable = Pick<Person, 'phones' | 'emails' | 'wechatId'>;

/** How somebody is reached: each number and address on a line, copied with a click. */
export function ContactLines({ person }: { readonly person: Reachable }) {
  const { t } = useTranslation('people');
  const lines: { icon: Icon; kind: string; text: string }[] = [
    ...person.phones.map((text) => ({ icon: IconPhone, kind: t('list.phone'), text })),
    ...person.emails.map((text) => ({ icon: IconMail, kind: t('list.email'), text })),
    ...(person.wechatId === '' ? [] : [{ icon: IconBrandWechat, kind: t('list.wechat'), text: person.wechatId }]),
  ];
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('page.noContact')}
      </Text>
    );
  }
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <Line key={`${line.kind}-${line.text}`} {...line} />
      ))}
    </ul>
  );
}

function Line({ icon: Sign, kind, text }: { readonly icon: Icon; readonly kind: string; readonly text: string }) {
  const { t } = useTranslation('people');
  return (
    <li className={classes.entry}>
      <Sign size={16} stroke={1.5} aria-label={kind} role="img" className={classes.sign} />
      <span className={classes.text}>{text}</span>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t('page.copied') : t('page.copy', { text })}>
            <ActionIcon size={26} aria-label={t('page.copy', { text })} onClick={copy} className={classes.copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} stroke={1.6} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </li>
  );
}
