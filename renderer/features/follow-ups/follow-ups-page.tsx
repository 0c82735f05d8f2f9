import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';

export function FollowUpsPage() {
  const { t } = useTranslation('follow-ups');
  return <Page header={<PageHeader title={t('title')} />}>{null}</Page>;
}
