import { Icon } from "./icon.tsx";

type Trouble = { fieldId?: string; message: string };

/** What stopped a form, at its top, each line leading to its field. Nothing when all is well. */
export function FormError({ title, errors }: { title: string; errors: Trouble[] }) {
  if (errors.length === 0) return null;
  return (
    <div className="pl-notice pl-is-danger pl-formerror" role="alert" tabIndex={-1}>
      <Icon name="issue" />
      <div>
        <p>
          <b>{title}</b>
        </p>
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={message}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
