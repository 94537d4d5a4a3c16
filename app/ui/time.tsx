/** A moment: `text` is what people read, `iso` what machines do, `title` the whole date. */
export function Time({ iso, text, title }: { iso: string; text: string; title?: string }) {
  return (
    <time dateTime={iso} title={title}>
      {text}
    </time>
  );
}
