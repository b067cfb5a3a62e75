import jpegCodec from "@jimp/js-jpeg";
import pngCodec from "@jimp/js-png";
import { imageSize } from "image-size";
import { MAX_PIXELS } from "../../../shared/domain/attachment.ts";

/** Pixels of the longer side. */
const LONGEST = 320;

const [jpeg, png] = [jpegCodec(), pngCodec()];

/** What an image of the most pixels takes, with room; a function of this kind has more (infra/functions.ts). */
const MEMORY_MB = 2048;

/** Red, green, blue and opacity of each pixel, row by row. */
interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** Each pixel is the mean of those that it stands for, on white where they can be seen through: JPEG knows no opacity. */
const shrink = ({ width, height, data }: Bitmap): Bitmap => {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const small = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const drawn = Buffer.alloc(small.width * small.height * 4, 255);
  for (let y = 0; y < small.height; y++) {
    const top = Math.floor((y * height) / small.height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / small.height));
    for (let x = 0; x < small.width; x++) {
      const left = Math.floor((x * width) / small.width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / small.width));
      let [red, green, blue] = [0, 0, 0];
      for (let row = top; row < bottom; row++)
        for (let at = (row * width + left) * 4; at < (row * width + right) * 4; at += 4) {
          const opacity = (data[at + 3] ?? 255) / 255;
          const white = 255 * (1 - opacity);
          red += (data[at] ?? 0) * opacity + white;
          green += (data[at + 1] ?? 0) * opacity + white;
          blue += (data[at + 2] ?? 0) * opacity + white;
        }
      const count = (bottom - top) * (right - left);
      const at = (y * small.width + x) * 4;
      drawn[at] = Math.round(red / count);
      drawn[at + 1] = Math.round(green / count);
      drawn[at + 2] = Math.round(blue / count);
    }
  }
  return { ...small, data: drawn };
};

/** Where a pixel of the turned picture is taken from, by Exif's eight orientations (CIPA DC-008, 4.6.4 A). */
const turns: readonly ((x: number, y: number, right: number, bottom: number) => readonly [number, number])[] =
  [
    (x, y) => [x, y],
    (x, y, right) => [right - x, y],
    (x, y, right, bottom) => [right - x, bottom - y],
    (x, y, _, bottom) => [x, bottom - y],
    (x, y) => [y, x],
    (x, y, _, bottom) => [y, bottom - x],
    (x, y, right, bottom) => [right - y, bottom - x],
    (x, y, right) => [right - y, x],
  ];

const turn = (picture: Bitmap, orientation: number): Bitmap => {
  const { width, height, data } = picture;
  const from = turns[orientation - 1];
  if (orientation === 1 || from === undefined) return picture;
  const isOnItsSide = orientation > 4;
  const turned = { width: isOnItsSide ? height : width, height: isOnItsSide ? width : height };
  const drawn = Buffer.alloc(data.length);
  for (let y = 0; y < turned.height; y++)
    for (let x = 0; x < turned.width; x++) {
      const [column, row] = from(x, y, width - 1, height - 1);
      const at = (row * width + column) * 4;
      data.copy(drawn, (y * turned.width + x) * 4, at, at + 4);
    }
  return { ...turned, data: drawn };
};

/** A small JPEG of a picture, the right way up; throws where it cannot be decoded. */
export const thumbnailOf = (image: Buffer): Buffer => {
  const { type, orientation = 1 } = imageSize(image);
  const limits = { maxMemoryUsageInMB: MEMORY_MB, maxResolutionInMP: MAX_PIXELS / 1_000_000 };
  const picture = type === "png" ? png.decode(image) : jpeg.decode(image, limits);
  return jpeg.encode(turn(shrink(picture), orientation), { quality: 80 });
};
