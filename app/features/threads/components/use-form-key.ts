import { useNavigation } from "@remix-run/react";
import { useState } from "react";

/**
 * The key of a form's next submit: stays while its page reads its data again (a vote beside it), so
 * that what is being typed isn't lost, and is new once the form was sent.
 */
export function useFormKey(given: string, failed: boolean): string {
  const navigation = useNavigation();
  const [held, setHeld] = useState(given);
  const [sending, setSending] = useState(false);
  const own = navigation.formData?.get("idempotencyKey") === held;
  if (own && !sending) setSending(true);
  if (sending && navigation.state === "idle") {
    setSending(false);
    if (!failed) setHeld(given);
  }
  return held;
}
