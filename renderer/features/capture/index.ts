export { CaptureDialog } from './capture-dialog';
export { captureKeys } from './capture-keys';
