import { Hidden } from "./layout.tsx";

export type DiffSegment = { kind: "same" | "added" | "removed"; text: string };

type Props = {
  segments: DiffSegment[];
  /** Read by screen readers before each change: "Added:", "Removed:". */
  words: { added: string; removed: string };
};

/** What an edit changed, word by word: struck through and underlined, not by colour alone. */
export function Diff({ segments, words }: Props) {
  return (
    <div className="pl-prose pl-diff" dir="auto">
      {segments.map(({ kind, text }, index) => {
        if (kind === "same") return <span key={index}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={index}>
            <Hidden> {words[kind]} </Hidden>
            {text}
          </Mark>
        );
      })}
    </div>
  );
}
