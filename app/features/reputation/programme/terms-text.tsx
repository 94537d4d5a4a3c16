/** Plain text as paragraphs, in the direction it was written in. */
export function TermsText({ text }: { text: string }) {
  return (
    <div className="pl-prose" dir="auto">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
