export { StartScreen } from './start-screen';
export { StoreNotices } from './store-notices';
