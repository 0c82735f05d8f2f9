export { openTripFolder } from './open-trip-folder';
export { TakeTrip } from './take-trip';
export { TravelProgress } from './travel-progress';
export { Travelling } from './travelling';
