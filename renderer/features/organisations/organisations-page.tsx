import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';

export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  return <Page header={<PageHeader title={t('title')} />}>{null}</Page>;
}
