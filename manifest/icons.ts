/** Whether the icons are what Teams asks for: it shows a wrong one badly, or refuses the package without saying why. */
import { type Picture, PNG } from 'pngjs';

/**
 * The colour icon: 192 × 192, nothing transparent, its background (which Teams crops to its own shape) of one colour.
 *
 * @returns a sentence for each thing that is wrong with it
 */
export function checkColorIcon(file: Uint8Array, background: string): string[] {
  return checkIcon('color.png', file, 192, (picture) => {
    const pixels = pixelsOf(picture);
    const edge = pixels.filter(({ x, y }) => [0, picture.width - 1].includes(x) || [0, picture.height - 1].includes(y));
    return [
      ...(pixels.some(({ opacity }) => opacity < 255) ? ['must fill its whole square, with nothing transparent'] : []),
      ...(edge.some(({ color }) => color !== background.toUpperCase())
        ? [`must be ${background}, the accent colour, all along its edge`]
        : []),
    ];
  });
}

/**
 * The outline icon: 32 × 32, white on nothing.
 *
 * @returns a sentence for each thing that is wrong with it
 */
export function checkOutlineIcon(file: Uint8Array): string[] {
  return checkIcon('outline.png', file, 32, (picture) => {
    const pixels = pixelsOf(picture);
    const seen = pixels.filter(({ opacity }) => opacity > 0);
    return [
      ...(seen.length === pixels.length ? ['must have a transparent background'] : []),
      ...(seen.length === 0 ? ['must show something'] : []),
      ...(seen.some(({ color }) => color !== '#FFFFFF') ? ['must be drawn in white only'] : []),
    ];
  });
}

function checkIcon(name: string, file: Uint8Array, size: number, look: (picture: Picture) => string[]): string[] {
  const picture = readPicture(file);
  if (!picture) return [`${name}: is no PNG picture`];
  const { width, height } = picture;
  const sized = width === size && height === size ? [] : [`must be ${size} × ${size}, not ${width} × ${height}`];
  return [...sized, ...look(picture)].map((problem) => `${name}: ${problem}`);
}

function readPicture(file: Uint8Array): Picture | undefined {
  try {
    return PNG.sync.read(Buffer.from(file));
  } catch {
    return undefined;
  }
}

interface Pixel {
  x: number;
  y: number;
  color: string;
  opacity: number;
}

function pixelsOf({ width, height, data }: Picture): Pixel[] {
  const bytes = Buffer.from(data);
  return Array.from({ length: width * height }, (_, at) => ({
    x: at % width,
    y: Math.floor(at / width),
    color: `#${bytes.toString('hex', at * 4, at * 4 + 3).toUpperCase()}`,
    opacity: bytes.readUInt8(at * 4 + 3),
  }));
}
