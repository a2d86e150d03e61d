/** pngjs brings no types; this is what is used of it. */
declare module 'pngjs' {
  export interface Picture {
    width: number;
    height: number;
    /** Red, green, blue and opacity of each pixel, row by row. */
    data: Uint8Array;
  }
  export const PNG: {
    new (size: { width: number; height: number }): Picture;
    sync: { read(file: Uint8Array): Picture; write(picture: Picture): Uint8Array };
  };
}
