/** Reads a picked or dropped file, saying how many bytes there are so far; rejects when it cannot be read or is stopped. */
export function readBytes(
  file: File,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    const stop = (): void => reader.abort();
    signal.addEventListener('abort', stop, { once: true });
    reader.onprogress = ({ loaded }) => onProgress(loaded);
    reader.onload = () => {
      if (reader.result instanceof ArrayBuffer) resolve(new Uint8Array(reader.result));
      else reject(new Error('A file was read as something other than bytes'));
    };
    reader.onerror = () => reject(new Error('A file could not be read', { cause: reader.error }));
    reader.onabort = () => reject(new Error('Reading a file was stopped'));
    reader.onloadend = () => signal.removeEventListener('abort', stop);
    reader.readAsArrayBuffer(file);
  });
}
