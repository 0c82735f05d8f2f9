export { OrganisationsPage } from './organisations-page';
export { OrganisationPage } from './organisation-page';
