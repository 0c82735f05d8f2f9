import { useNavigate } from 'react-router';
import type { SearchHit } from '@shared/ipc/search-channels';
import { goToWords } from '../../lib/found-words';
import { useDo, useRefresh } from '../../lib/ipc';
import { pathOf, pathOfItemDetail } from '../../lib/paths';

/** Opens what was found where its words stand. */
export function useOpenHit(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  const refresh = useRefresh();
  // It is no change of a record, so nobody else says that the last ones are others now.
  const opened = useDo('search:opened', { onDone: () => void refresh('search:all') });
  return (hit) => {
    const path = pathOf(hit);
    if (path === null) return;
    void opened.run({ type: hit.type, id: hit.id });
    const [mark] = hit.excerptMarks;
    const words = hit.excerpt === null || !mark ? '' : hit.excerpt.slice(mark.start, mark.start + mark.length);
    if (words === '') void navigate(path);
    // The note's own box for finding goes through all the places.
    else if (hit.type === 'note') void navigate(`${path}?find=${encodeURIComponent(words)}`);
    else if (hit.type === 'itinerary-item' && hit.subject?.type === 'trip') {
      goToWords(navigate, pathOfItemDetail(hit.subject.id, hit.id), words);
    } else goToWords(navigate, path, words);
  };
}
