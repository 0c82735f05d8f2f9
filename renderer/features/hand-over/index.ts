export { HandOver } from './hand-over';
export { HandingOver } from './handing-over';
export { TakingIn } from './taking-in';
