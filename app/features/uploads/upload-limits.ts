const MB = 1024 * 1024;

/** The most bytes of one file as it is sent; of a picture and of an attachment alike. */
export const MAX_FILE_BYTES = 10 * MB;

/** The most bytes of a request around the file: its fields and their heads. */
export const MAX_BODY_BYTES = MAX_FILE_BYTES + 64 * 1024;

/** What pictures may be and what becomes of them. Widths and heights in pixels. */
export const PICTURE_LIMITS = {
  /**
   * The most pixels that are decoded, over all frames of a moving picture. Lower where a decoder must
   * hold the whole picture at once: that is what keeps a picture's process within 200 MB.
   */
  pixels: {
    /** JPEG and PNG that are read line by line. */
    streamed: 50_000_000,
    whole: 16_000_000,
    /** AVIF, whose decoder needs about 25 bytes a pixel. */
    avif: 4_200_000,
    moving: 12_000_000,
  },
  frames: 300,
  /** Larger pictures are made smaller. */
  kept: { width: 2_560, height: 16_000, area: 6_000_000 },
  /** Up to this many pixels the colours of a PNG are kept sharper. */
  sharpArea: 3_500_000,
  /** A moving picture is kept in one size. */
  movingWidth: 960,
  /** The widths that a picture is also kept in, where it is wider. */
  widths: [480, 960, 1920],
};

export type PictureLimits = typeof PICTURE_LIMITS;

/** What somebody may send within a day. */
export type Quota = { files: number; bytes: number };

export const NEW_FOR_DAYS = 7;

export const QUOTAS = {
  /** In the first days of an account. */
  new: { files: 20, bytes: 50 * MB },
  member: { files: 100, bytes: 250 * MB },
  /** Super users and staff. */
  trusted: { files: 500, bytes: 1_000 * MB },
} satisfies Record<string, Quota>;

/** Hours after which an upload goes that no post and no draft shows. */
export const ORPHAN_HOURS = 24;
