/** Markers of a JPEG (ITU-T T.81, table B.1). */
const marker = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  comment: 0xfe,
  app0: 0xe0,
  app2: 0xe2,
  app14: 0xee,
  app15: 0xef,
} as const;

const JFIF = Buffer.from("JFIF\0", "latin1");
const COLOURS = Buffer.from("ICC_PROFILE\0", "latin1");
const ADOBE = Buffer.from("Adobe", "latin1");

/** The length of JFIF's segment without the thumbnail that it may carry. */
const JFIF_LENGTH = 16;

/** Exif that says how the picture is turned and nothing else: a telephone's photographs lie on their side without it. */
const orientationSegment = (orientation: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0x00, 0x22]),
    Buffer.from("Exif\0\0MM\0*\0\0\0\x08\0\x01", "latin1"),
    Buffer.from([0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
  ]);

export interface StrippedJpeg {
  readonly image: Buffer;
  /** What came after its end: a telephone's film, or something that is no picture. */
  readonly trailing: Buffer;
}

const isKept = (code: number, content: Buffer): boolean => {
  if (code === marker.comment) return false;
  if (code < marker.app0 || code > marker.app15) return true;
  // Without these three the colours are others.
  if (code === marker.app0) return content.subarray(0, JFIF.length).equals(JFIF);
  if (code === marker.app2) return content.subarray(0, COLOURS.length).equals(COLOURS);
  return code === marker.app14 && content.subarray(0, ADOBE.length).equals(ADOBE);
};

const withoutThumbnail = (segment: Buffer): Buffer => {
  const jfif = Buffer.from(segment.subarray(0, Math.min(segment.length, 2 + JFIF_LENGTH)));
  jfif.writeUInt16BE(JFIF_LENGTH, 2);
  jfif.fill(0, 2 + JFIF_LENGTH - 2);
  return jfif;
};

/** Where the coded data of a scan ends: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (file: Buffer, from: number): number => {
  let at = file.indexOf(0xff, from);
  while (at !== -1 && at + 1 < file.length) {
    const next = file[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = file.indexOf(0xff, at + 1);
  }
  return -1;
};

/**
 * A JPEG without what a camera, a program or a person wrote into it beside the picture; not one bit of the picture is changed.
 * Undefined of what is no whole JPEG.
 */
export const stripJpeg = (file: Buffer, orientation: number | undefined): StrippedJpeg | undefined => {
  if (file[0] !== 0xff || file[1] !== marker.start) return undefined;
  const kept: Buffer[] = [];
  let at = 2;
  while (at + 4 <= file.length || (file[at] === 0xff && file[at + 1] === marker.end)) {
    if (file[at] !== 0xff) return undefined;
    const code = file[at + 1] ?? 0;
    // Any number of these may stand before a marker.
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === marker.end) {
      const turned =
        orientation !== undefined && orientation > 1 && orientation <= 8
          ? [orientationSegment(orientation)]
          : [];
      const image = Buffer.concat([file.subarray(0, 2), ...turned, ...kept, Buffer.from([0xff, marker.end])]);
      return { image, trailing: file.subarray(at + 2) };
    }
    const length = file.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > file.length) return undefined;
    const segment = file.subarray(at, end);
    if (isKept(code, segment.subarray(4)))
      kept.push(code === marker.app0 && length >= JFIF_LENGTH ? withoutThumbnail(segment) : segment);
    at = end;
    if (code === marker.scan) {
      const next = endOfScan(file, end);
      if (next === -1) return undefined;
      kept.push(file.subarray(end, next));
      at = next;
    }
  }
  return undefined;
};
