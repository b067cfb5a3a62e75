import { createJimp } from "@jimp/core";
import jpeg from "@jimp/js-jpeg";
import png from "@jimp/js-png";
import { methods as resize } from "@jimp/plugin-resize";

/** Pixels of the longer side. */
const LONGEST = 320;

const Image = createJimp({ formats: [jpeg, png], plugins: [resize] });

/** A small JPEG of a picture; throws where it cannot be decoded. */
export const thumbnailOf = async (image: Buffer): Promise<Buffer> => {
  const picture = await Image.fromBuffer(image);
  const { width, height } = picture.bitmap;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  picture.resize({ w: Math.max(1, Math.round(width * scale)), h: Math.max(1, Math.round(height * scale)) });
  return picture.getBuffer("image/jpeg", { quality: 80 });
};
