import { nameComparer, nameOrders } from '@shared/search/sorting';
import type { NameOrder } from '@shared/search/sorting';
import { readPlace, writePlace } from './places';

const place = 'name-order';
const usual: NameOrder = 'stroke';

let made: { readonly order: NameOrder; readonly compare: (one: string, other: string) => number } | undefined;

/** How Chinese names are put in order on this device, as the person chose. */
export function nameOrder(): NameOrder {
  const chosen = readPlace(place);
  return nameOrders.find((order) => order === chosen) ?? usual;
}

/** Lists that are drawn from now on are in this order. */
export function chooseNameOrder(order: NameOrder): void {
  writePlace(place, order);
}

/** Compares names, titles and other words of a list in the chosen order. */
export function compareNames(one: string, other: string): number {
  const order = nameOrder();
  if (made?.order !== order) made = { order, compare: nameComparer(order) };
  return made.compare(one, other);
}
