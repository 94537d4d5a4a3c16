const port = () => process.env.E2E_PORT ?? "3000";

/** The address of a host name of the application under test. */
export const originOf = (host: string) => `http://${host}:${port()}`;

/** Origins of the two demo brands. */
export const larkfield = () => originOf("localhost");
export const sahl = () => originOf("second.localhost");
