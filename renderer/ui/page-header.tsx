import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Anchor, Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** Before the title: a portrait. */
  readonly leading?: ReactNode;
  /** Beside the title: badges. */
  readonly badges?: ReactNode;
  /** Under the title: dates, places, a name in other scripts. */
  readonly meta?: ReactNode;
  /** Buttons at the right; the main one last. */
  readonly actions?: ReactNode;
  /** The way back up, the farthest first. */
  readonly breadcrumbs?: readonly { readonly label: string; readonly to: string }[];
  /** Tabs, at the lower edge. */
  readonly children?: ReactNode;
}

/** The head of a screen: where one is, its name and what can be done with it. */
export function PageHeader({ title, leading, badges, meta, actions, breadcrumbs = [], children }: PageHeaderProps) {
  const { t } = useTranslation('ui');
  return (
    <header className={classes.header} data-with-tabs={children !== undefined || undefined}>
      {breadcrumbs.length > 0 && (
        <nav aria-label={t('breadcrumbs')} className={classes.crumbs}>
          {breadcrumbs.map(({ label, to }) => (
            <Fragment key={to}>
              <Anchor component={Link} to={to} size="xs" c="dimmed">
                {label}
              </Anchor>
              <span aria-hidden="true">/</span>
            </Fragment>
          ))}
        </nav>
      )}
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="md" className={classes.line}>
        {leading}
        <div className={classes.words}>
          <Group gap="xs" wrap="nowrap">
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {badges}
          </Group>
          {meta !== undefined && <div className={classes.meta}>{meta}</div>}
        </div>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </header>
  );
}
