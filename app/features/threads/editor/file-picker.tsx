import { useImperativeHandle, useRef, type RefObject } from "react";
import { ATTACHMENTS } from "./given-files.ts";

export type PickKind = "picture" | "file";

const ACCEPTED: Record<PickKind, string> = { picture: "image/*", file: ATTACHMENTS };

type Props = {
  /** Opens the browser's dialog for files; on a phone, for pictures, camera and gallery. */
  open: RefObject<(kind: PickKind) => void>;
  onPicked: (files: File[]) => void;
};

/** What a button cannot do by itself: it opens the dialog for files. */
export function FilePicker({ open, onPicked }: Props) {
  const inputs = {
    picture: useRef<HTMLInputElement>(null),
    file: useRef<HTMLInputElement>(null),
  };
  useImperativeHandle(open, () => (kind) => inputs[kind].current?.click());
  return (
    <>
      {(["picture", "file"] as const).map((kind) => (
        <input
          key={kind}
          ref={inputs[kind]}
          type="file"
          hidden
          multiple
          accept={ACCEPTED[kind]}
          data-pick={kind}
          onChange={({ target }) => {
            onPicked([...(target.files ?? [])]);
            // The same file can be picked again.
            target.value = "";
          }}
        />
      ))}
    </>
  );
}
