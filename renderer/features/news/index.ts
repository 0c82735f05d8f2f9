export { NewsNotice } from './news-notice';
