import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAppEvent } from '../../lib/ipc';
import { paths } from '../../lib/paths';
import { useShortcuts } from '../../lib/shortcuts';

/** Lets Ctrl+P, and Print in the menu, make the report from any part of a trip's page; the report's own part has its own. */
export function usePrintReport(tripId: string, isReportShown: boolean): void {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const print = (): void => void navigate(`${paths.trip(tripId, 'report')}?make`);
  useShortcuts(isReportShown ? [] : [{ keys: 'mod+p', label: t('print'), run: print }]);
  useAppEvent('menu', ({ command }) => {
    if (command === 'print-report' && !isReportShown) print();
  });
}
