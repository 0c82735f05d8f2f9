import { makeSmallPicture } from './picture-maker';
import type { Made, ToMake } from './picture-maker';

self.addEventListener('message', ({ data: { id, bytes, mime } }: MessageEvent<ToMake>) => {
  void makeSmallPicture(bytes, mime).then((small) => {
    const made: Made = { id, small };
    self.postMessage(made, { transfer: small === null ? [] : [small.buffer] });
  });
});
