/** What marks a form among terms: `=routers` beside `router`. */
export const FORM = "=";
