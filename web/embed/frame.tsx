interface FrameProps {
  readonly src: string;
  /** What is in it, for those who do not see it. */
  readonly title: string;
  readonly width: number | string;
  readonly height: number;
  readonly id?: string;
}

/**
 * The element that shows an embedded page. It tells the hub the site that it stands on, even where
 * that site tells nobody else: keys are bound to sites.
 */
export function Frame({ src, title, width, height, id }: FrameProps) {
  return (
    <iframe
      id={id}
      src={src}
      title={title}
      width={width}
      height={height}
      loading="lazy"
      referrerpolicy="strict-origin"
    />
  );
}
