/** What systems put into folders by themselves. */
const isOfTheSystem = /^(?:\.|thumbs\.db$|desktop\.ini$|icon\r$)/i;

/**
 * The files that are dropped, those in folders too, in the order of their names. What is dropped can be asked for only
 * while the event is handled, so this is to be called at once.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => ({
    entry: 'webkitGetAsEntry' in item ? item.webkitGetAsEntry() : null,
    file: item.kind === 'file' ? item.getAsFile() : null,
  }));
  const files: File[] = [];
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) await addFolder(entry, files);
    else if (file !== null) files.push(file);
  }
  return files;
}

async function addFolder(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (isOfTheSystem.test(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    // One that cannot be read is named when it is added, like every other.
    files.push(file ?? new File([], entry.name));
  } else if (isFolder(entry)) {
    const inside = await entriesOf(entry);
    inside.sort((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
    for (const each of inside) await addFolder(each, files);
  }
}

/** Chromium hands over a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
