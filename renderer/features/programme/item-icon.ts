import { createElement } from 'react';
import type { ReactElement } from 'react';
import {
  IconArmchair,
  IconBed,
  IconBuildingFactory2,
  IconBus,
  IconCar,
  IconClipboardList,
  IconHeartHandshake,
  IconMessages,
  IconPlane,
  IconShip,
  IconToolsKitchen2,
  IconTrain,
  IconWalk,
} from '@tabler/icons-react';
import type { Icon, IconProps } from '@tabler/icons-react';
import type { ItineraryItem, ItineraryKind, Transport } from '@shared/domain/itinerary-item/schema';

const kindIcons: Readonly<Record<ItineraryKind, Icon>> = {
  meeting: IconMessages,
  'site-visit': IconBuildingFactory2,
  'courtesy-call': IconHeartHandshake,
  banquet: IconToolsKitchen2,
  transport: IconCar,
  hotel: IconBed,
  internal: IconClipboardList,
  free: IconArmchair,
};

const modeIcons: Readonly<Record<Transport['mode'], Icon>> = {
  train: IconTrain,
  flight: IconPlane,
  car: IconCar,
  coach: IconBus,
  ferry: IconShip,
  walk: IconWalk,
};

type Pictured = Pick<ItineraryItem, 'kind' | 'transport'>;

interface ItemIconProps extends IconProps {
  readonly item: Pictured;
}

/** The picture of an item's kind, or of how one travels. */
export function ItemIcon({ item, ...rest }: ItemIconProps): ReactElement {
  const icon = item.kind === 'transport' && item.transport ? modeIcons[item.transport.mode] : kindIcons[item.kind];
  return createElement(icon, { stroke: 1.6, 'aria-hidden': true, ...rest });
}

/** What is held with other people, and so may have a meeting with notes of its own. */
export function hasMeeting(kind: ItineraryKind): boolean {
  return kind !== 'transport' && kind !== 'hotel' && kind !== 'free';
}
