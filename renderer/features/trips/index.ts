export { TripsPage } from './trips-page';
export { TripPage } from './trip-page';
