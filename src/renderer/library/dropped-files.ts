// The files of a drop, those inside dropped folders with them.

/** Every file that was dropped; hidden ones inside folders are left out. Must be called while the drop is handled. */
export async function filesDropped(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].map((item) => item.webkitGetAsEntry())
  // Without folders the plain list is complete, and the only one that scripted drops have.
  if (!entries.some((entry) => entry?.isDirectory)) return [...dropped.files]
  const found = await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])))
  return found.flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (isFolder(entry)) {
    const inside = (await entriesOf(entry)).filter((one) => !one.name.startsWith('.'))
    return (await Promise.all(inside.map(filesBelow))).flat()
  }
  return isFile(entry) ? [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))] : []
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** A reader gives the entries of a folder a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}
