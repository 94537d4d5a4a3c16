import { z } from "zod";

export const askTeamForm = z.object({ text: z.string().default("") });
