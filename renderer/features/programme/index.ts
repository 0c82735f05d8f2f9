export { TripProgramme } from './trip-programme';
