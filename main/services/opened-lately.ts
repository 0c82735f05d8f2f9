import type { RecordId } from '@shared/domain/values';
import type { SearchedKind } from '@shared/ipc/search-channels';
import { success } from '@shared/result';
import type { Result } from '@shared/result';
import { isSearched } from '../search/searched-texts';
import type { RememberedFile } from '../storage/remembered-file';

export type RememberedPlaces = Pick<RememberedFile, 'get' | 'update'>;

/** Among the remembered places of the screens, where the search box keeps what was opened from it. */
const place = 'search:opened';
const most = 20;

interface Opened {
  readonly type: SearchedKind;
  readonly id: RecordId;
}

/** What was opened last at this laptop, the last first. */
export class OpenedLately {
  constructor(private readonly remembered: RememberedPlaces) {}

  list(): Opened[] {
    return (this.remembered.get().places[place] ?? '')
      .split(' ')
      .map((each) => each.split('/'))
      .flatMap(([type = '', id = '']) => (isSearched(type) && id !== '' ? [{ type, id }] : []));
  }

  async add(type: SearchedKind, id: RecordId): Promise<Result<void>> {
    const others = this.list().filter((each) => each.id !== id);
    const words = [{ type, id }, ...others].slice(0, most).map((each) => `${each.type}/${each.id}`);
    const written = await this.remembered.update(({ places }) => ({ places: { ...places, [place]: words.join(' ') } }));
    return written.ok ? success(undefined) : written;
  }
}
