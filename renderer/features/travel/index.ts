export { openTripFolder } from './open-trip-folder';
export { TakeTrip } from './take-trip';
export { CancelButton, TravelDialog } from './travel-dialog';
export { TravelProgress } from './travel-progress';
export { Travelling } from './travelling';
