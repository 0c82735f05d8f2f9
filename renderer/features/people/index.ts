export { isHeld } from './posts';
export { PeoplePage } from './people-page';
export { PersonPage } from './person-page';
export { PostForm } from './post-form';
export { PostList } from './post-list';
export { QuickPersonDrawer } from './quick-person-drawer';
export { RecordLayout } from './record-layout';
export { useLastMet, useOpenFollowUps } from './use-dealings';
export { usePosts } from './use-posts';
