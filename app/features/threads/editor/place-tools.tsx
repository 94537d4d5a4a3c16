import type { Editor } from "@tiptap/core";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { LANGUAGES, TABLE_TOOLS } from "./tools.ts";

/** What one can do where the caret is: in a table its rows and columns, in code its language. */
export function PlaceTools({ id, editor }: { id: string; editor: Editor }) {
  if (editor.isActive("table")) return <TableTools editor={editor} />;
  return editor.isActive("codeBlock") ? <CodeLanguage id={id} editor={editor} /> : null;
}

function TableTools({ editor }: { editor: Editor }) {
  const t = useT();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- these are buttons, not fields
    <div className="pl-editor__place" role="group" aria-label={t("editor.table")}>
      {TABLE_TOOLS.map((tool) => (
        <Button
          key={tool.id}
          type="button"
          size="sm"
          variant="quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => tool.run(editor)}
        >
          {t(tool.label)}
        </Button>
      ))}
    </div>
  );
}

function CodeLanguage({ id, editor }: { id: string; editor: Editor }) {
  const t = useT();
  const language = String(editor.getAttributes("codeBlock")["language"] ?? "");
  const known = language === "" || LANGUAGES.some(({ value }) => value === language);
  return (
    <div className="pl-editor__place">
      <label className="pl-meta" htmlFor={`${id}-language`}>
        {t("editor.language")}
      </label>
      <select
        id={`${id}-language`}
        className="pl-editor__input"
        value={language}
        onChange={(event) =>
          editor.commands.updateAttributes("codeBlock", { language: event.target.value || null })
        }
      >
        <option value="">{t("editor.plainText")}</option>
        {known ? null : <option value={language}>{language}</option>}
        {LANGUAGES.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
