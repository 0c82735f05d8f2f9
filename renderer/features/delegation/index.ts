export { TripDelegation } from './trip-delegation';
