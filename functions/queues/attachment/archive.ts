/** ZIP's end-of-central-directory record: 22 bytes, then a comment of at most 65,535. */
const ZIP_END = Buffer.from("PK\x05\x06", "latin1");
const ZIP_END_LENGTH = 22;
const COMMENT_LIMIT = 65_535;

/** How ZIP entries, RAR and 7z archives begin. */
const beginnings = [
  Buffer.from("PK\x03\x04", "latin1"),
  Buffer.from("Rar!\x1a\x07", "latin1"),
  Buffer.from("7z\xbc\xaf\x27\x1c", "latin1"),
];

/** A ZIP is found from its end, so that a picture can be one, too: its end is where the length of its comment fits. */
export const endsAsZip = (file: Buffer): boolean => {
  const earliest = Math.max(0, file.length - ZIP_END_LENGTH - COMMENT_LIMIT);
  let at = file.lastIndexOf(ZIP_END);
  while (at >= earliest) {
    // Programs that unpack accept bytes after the comment, so fewer than there are is enough.
    if (at + ZIP_END_LENGTH <= file.length) {
      const entries = file.readUInt16LE(at + 10);
      const comment = file.readUInt16LE(at + 20);
      const directory = file.readUInt32LE(at + 12);
      if (at + ZIP_END_LENGTH + comment <= file.length && directory <= at && (entries > 0 || directory === 0))
        return true;
    }
    at = at === 0 ? -1 : file.lastIndexOf(ZIP_END, at - 1);
  }
  return false;
};

/** Whether there is an archive in what follows a picture or document. */
export const holdsArchive = (trailing: Buffer): boolean =>
  beginnings.some((beginning) => trailing.includes(beginning));
